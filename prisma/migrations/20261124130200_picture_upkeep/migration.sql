-- Words of a picture are saved on the version that they started from; hashes and social pictures are made in the background.

ALTER TABLE "MediaAsset"
    ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
    ADD COLUMN "upkeep" BOOLEAN NOT NULL DEFAULT true;

CREATE INDEX "MediaAsset_upkeep_idx" ON "MediaAsset"("upkeep");

-- The picture that this one looks like, when it came: a hint, found once.
ALTER TABLE "MediaAsset" ADD COLUMN "looksLikeId" UUID;
CREATE INDEX "MediaAsset_looksLikeId_idx" ON "MediaAsset"("looksLikeId");
ALTER TABLE "MediaAsset" ADD CONSTRAINT "MediaAsset_looksLikeId_fkey" FOREIGN KEY ("looksLikeId") REFERENCES "MediaAsset"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Until now a picture's words stood only where it was placed: the newest of them become its own.
UPDATE "MediaAsset" a SET "caption" = p."caption", "alt" = p."alt", "credit" = p."credit"
FROM (
    SELECT DISTINCT ON (p."assetId") p."assetId", p."caption", p."alt", p."credit"
    FROM "Placement" p JOIN "Revision" r ON r."id" = p."revisionId"
    ORDER BY p."assetId", r."savedAt" DESC, p."position"
) p
WHERE p."assetId" = a."id" AND a."caption" = '' AND a."alt" = '' AND a."credit" = '';

-- What was done to one picture, without reading the whole trail.
CREATE INDEX "AuditEvent_subjectId_id_idx" ON "AuditEvent"("subjectId", "id");
