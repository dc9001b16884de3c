-- Pictures that were prepared before 720 pixels were among the widths get that one too, one after the other, behind new uploads.
UPDATE "MediaAsset" a SET "upkeep" = true
WHERE a."status" = 'READY' AND a."width" >= 720
  AND NOT EXISTS (SELECT 1 FROM "MediaVariant" v WHERE v."assetId" = a."id" AND v."crop" = 'full' AND v."width" = 720);
