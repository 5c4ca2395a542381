-- How an obligee's office is read, for searching in kana; empty where nobody has said so yet.
ALTER TABLE "obligees" ADD COLUMN "reading" TEXT NOT NULL DEFAULT '';
