-- The still picture of an embed is a placement too: it is live with its story and guarded like every other.
ALTER TYPE "PlacementRole" ADD VALUE 'STILL';
