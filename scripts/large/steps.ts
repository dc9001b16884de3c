/**
 * The statements that make a large paper, in their order. Everything follows from numbers, so that two runs make the same paper around
 * the day on which they run. `$stories` and `$staff` are put in as numbers.
 */

const array = (words: string) => `ARRAY['${words.replaceAll(' ', "','")}']`
const COMMON = array('robotics garden harbor library winter coach principal choir parking lunch debate stage bus chess science mural lockers budget senior band')
const SYLLABLES = array('ba cor den fi gu hal jo ka lem mi nor pa qui ros sa tun ve wil yo zan bre cla dro fle gri pla sto tre sha chu mon ter lan vic dal ber nic pol rud sim')

/**
 * A random share of 0 to 1 that is the same in every run, and ids of the shape of UUID v4 that follow from a kind and a number. Texts are of some
 * 20,000 words, each as frequent as its rank allows (Zipf) once the words are left out that stand in every text: a few stand in most stories, most in
 * hardly any.
 */
const FUNCTIONS = `
  CREATE FUNCTION pg_temp.share(kind text, n bigint) RETURNS float LANGUAGE sql IMMUTABLE AS $f$ SELECT (('x' || left(md5(kind || n), 8))::bit(32)::bigint & 1048575) / 1048576.0 $f$;
  CREATE FUNCTION pg_temp.id(kind text, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $f$ SELECT overlay(overlay(md5(kind || n) placing '4' from 13) placing '8' from 17)::uuid $f$;
  CREATE FUNCTION pg_temp.words(n bigint, many int) RETURNS text LANGUAGE sql IMMUTABLE AS $f$
    SELECT string_agg(($common)[1 + ((n * 7 + at * 13 + at * at) % 20)], ' ')
    FROM generate_series(1, many) at $f$;
  CREATE FUNCTION pg_temp.text(n bigint, many int) RETURNS text LANGUAGE sql IMMUTABLE AS $f$
    SELECT string_agg(CASE WHEN r < 20 THEN ($common)[1 + r] ELSE ($syllables)[1 + r % 40] || ($syllables)[1 + (r / 40) % 40] || CASE WHEN r < 1600 THEN '' ELSE ($syllables)[1 + (r / 1600) % 40] END END, ' ')
    FROM (SELECT exp(3 + 6.9 * (hashint8extended(n * 1000 + at, 7) & 1048575) / 1048576.0)::int - 20 AS r FROM generate_series(1, many) at OFFSET 0) ranks $f$;
  CREATE FUNCTION pg_temp.writer(n bigint) RETURNS int LANGUAGE sql IMMUTABLE AS $f$ SELECT 61 + floor(pg_temp.share('writer', n) * ($staff - 60))::int $f$;`

/** What texts are put together from. */
const PARAGRAPHS = `
  CREATE TEMP TABLE paragraphs AS SELECT n, initcap(pg_temp.text(n, 40)) || '.' AS text FROM generate_series(0, $paragraphs - 1) n;
  ALTER TABLE paragraphs ADD PRIMARY KEY (n);
  ANALYZE paragraphs;`

const PEOPLE = `
  INSERT INTO "Paper" ("id", "name", "motto", "updatedAt") VALUES (1, 'The Large Paper', 'All the news of six years', now()) ON CONFLICT DO NOTHING;
  INSERT INTO "Section" ("id", "slug", "name", "position")
    SELECT pg_temp.id('section', n), lower(name) || '-large', name, n FROM unnest(ARRAY['News','Opinion','Features','Arts','Sports','Science','Humor','Podcasts','Chess']) WITH ORDINALITY s(name, n);
  UPDATE "Section" SET "parentId" = pg_temp.id('section', 5) WHERE "id" = pg_temp.id('section', 9);
  INSERT INTO "Tag" ("id", "slug", "name") SELECT pg_temp.id('tag', n), 'topic-' || n, 'Topic ' || n FROM generate_series(1, 400) n;
  INSERT INTO "StaffMember" ("id", "handle", "name")
    SELECT pg_temp.id('staff', n), 'large-' || n, (ARRAY['Ana','Ben','Cleo','Dov','Esi','Finn','Gia','Hugo','Ines','Jun','Kai','Lea'])[1 + n % 12] || ' ' || (ARRAY['Ruiz','Okafor','Tanaka','Novak','Silva','Haas','Park','Moreau','Lind','Adeyemi'])[1 + n % 10] || ' ' || n FROM generate_series(1, $staff) n;
  INSERT INTO "User" ("id", "email", "role", "staffId", "createdAt")
    SELECT pg_temp.id('user', n), 'person-' || n || '@large.fourth-period.test', CASE WHEN n <= 2 THEN 'ADMIN' WHEN n <= 10 THEN 'ADVISER' WHEN n <= 60 THEN 'EDITOR' ELSE 'WRITER' END::"Role", pg_temp.id('staff', n), now() - interval '6 years' FROM generate_series(1, $staff) n;
  INSERT INTO "Membership" ("id", "staffId", "schoolYear", "position")
    SELECT pg_temp.id('member', n * 10 + y), pg_temp.id('staff', n), y0 || '-' || lpad(((y0 + 1) % 100)::text, 2, '0'), 'Staff Writer'
    FROM generate_series(1, $staff) n, generate_series(0, 5) y, LATERAL (SELECT extract(year FROM now())::int - y AS y0) years;`

/** Of 10,000 stories 9,700 are live and 20 withdrawn; the rest is on its way. */
const STORIES = `
  CREATE TEMP TABLE large AS SELECT n, pg_temp.id('story', n) AS story, pg_temp.id('revision', n) AS revision, pg_temp.writer(n) AS writer,
    CASE WHEN n <= $stories * 0.97 THEN 'LIVE' WHEN n <= $stories * 0.972 THEN 'WITHDRAWN' WHEN n <= $stories * 0.988 THEN 'DRAFT' WHEN n <= $stories * 0.994 THEN 'EDITING' WHEN n <= $stories * 0.998 THEN 'REVIEW' ELSE 'APPROVED' END AS state,
    now() - CASE WHEN n <= $stories * 0.972 THEN interval '6 years' * (1 - n / ($stories * 0.972)) ELSE interval '30 days' * pg_temp.share('begun', n) END AS at
    FROM generate_series(1, $stories) n;
  ALTER TABLE large ADD PRIMARY KEY (n);
  INSERT INTO "Story" ("id", "state", "stateSince", "createdById", "createdAt", "plannedFor", "draftDue", "editDue", "commissioned")
    SELECT story, state::"StoryState", at, pg_temp.id('user', writer), at - interval '10 days', day + 9, day + 2, day + 6, false
    FROM large, LATERAL (SELECT CASE WHEN state IN ('LIVE', 'WITHDRAWN') THEN at::date - 9 ELSE (now() - interval '12 days' + interval '24 days' * pg_temp.share('due', n))::date END AS day) days;
  INSERT INTO "Revision" ("id", "storyId", "number", "headline", "deck", "slug", "sectionId", "body", "createdById", "createdAt", "savedAt")
    SELECT CASE number WHEN 2 THEN revision ELSE pg_temp.id('first', n) END, story, number, initcap(pg_temp.words(n, 6)) || ' ' || n, pg_temp.words(n + 1, 12), 'story-' || n, pg_temp.id('section', CASE WHEN n % 500 = 0 THEN 9 ELSE 1 + n % 8 END),
      jsonb_build_object('type', 'doc', 'content', (SELECT jsonb_agg(jsonb_build_object('type', 'paragraph', 'content', jsonb_build_array(jsonb_build_object('type', 'text', 'text', text)))) FROM generate_series(1, 6) p JOIN paragraphs ON paragraphs.n = (hashint8extended(large.n * 10 + p, 3) & 1073741823) % $paragraphs)),
      pg_temp.id('user', writer), at - interval '9 days', at - interval '1 day'
    FROM large, generate_series(1, 2) number;
  INSERT INTO "Byline" ("id", "revisionId", "position", "staffId", "credit")
    SELECT pg_temp.id('byline', n * 10 + number * 2 + place), CASE number WHEN 2 THEN revision ELSE pg_temp.id('first', n) END, place, pg_temp.id('staff', CASE place WHEN 0 THEN writer ELSE pg_temp.writer(n + 1) END), 'Staff Writer'
    FROM large, generate_series(1, 2) number, generate_series(0, 1) place WHERE place = 0 OR n % 5 = 0;
  INSERT INTO "RevisionTag" ("revisionId", "tagId", "position")
    SELECT CASE number WHEN 2 THEN revision ELSE pg_temp.id('first', n) END, pg_temp.id('tag', 1 + floor(400 * pg_temp.share('tag' || place, n) ^ 2)::int), place
    FROM large, generate_series(1, 2) number, generate_series(0, 1) place ON CONFLICT DO NOTHING;`

const DECISIONS = `
  UPDATE "Revision" r SET "frozenAt" = l.at FROM large l WHERE r."storyId" = l.story AND (r."number" = 1 OR l.state NOT IN ('DRAFT', 'EDITING'));
  INSERT INTO "Review" ("id", "storyId", "revisionId", "byId", "decision", "createdAt")
    SELECT pg_temp.id('review', n), story, revision, pg_temp.id('user', 3 + n % 8), 'APPROVE', at - interval '1 hour' FROM large WHERE state IN ('LIVE', 'WITHDRAWN', 'APPROVED');
  UPDATE "Story" s SET "workingRevisionId" = l.revision, "liveRevisionId" = CASE WHEN l.state = 'LIVE' THEN l.revision END,
      "firstPublishedAt" = CASE WHEN l.state IN ('LIVE', 'WITHDRAWN') THEN l.at END, "lastPublishedAt" = CASE WHEN l.state IN ('LIVE', 'WITHDRAWN') THEN l.at END,
      "withdrawnAt" = CASE WHEN l.state = 'WITHDRAWN' THEN l.at + interval '1 day' END, "withdrawnReason" = CASE WHEN l.state = 'WITHDRAWN' THEN 'Taken out.' END
    FROM large l WHERE s."id" = l.story;
  INSERT INTO "Address" ("id", "sectionSlug", "slug", "storyId", "current")
    SELECT pg_temp.id('address', n), c."slug", 'story-' || n, story, true FROM large JOIN "Section" c ON c."id" = pg_temp.id('section', CASE WHEN n % 500 = 0 THEN 9 ELSE 1 + n % 8 END) WHERE state IN ('LIVE', 'WITHDRAWN');
  INSERT INTO "Note" ("id", "storyId", "revisionId", "authorId", "body", "blocking", "createdAt")
    SELECT pg_temp.id('note', n), story, revision, pg_temp.id('user', 11 + n % 50), 'Who said this, and when?', n % 3 = 0, at FROM large WHERE state NOT IN ('LIVE', 'WITHDRAWN') AND n % 3 < 2;
  INSERT INTO "AuditEvent" ("at", "actorId", "kind", "storyId", "revisionId")
    SELECT at - interval '1 day' * (10 - place), pg_temp.id('user', CASE WHEN place < 3 THEN writer WHEN place = 4 THEN 3 + n % 8 ELSE 11 + n % 50 END), kind, story, revision
    FROM large, unnest(ARRAY['story.created', 'story.submit', 'story.sendOn', 'story.approve', 'story.publish']) WITH ORDINALITY k(kind, place)
    WHERE place <= CASE state WHEN 'DRAFT' THEN 1 WHEN 'EDITING' THEN 2 WHEN 'REVIEW' THEN 3 WHEN 'APPROVED' THEN 4 ELSE 5 END;`

const PLANS = `
  INSERT INTO "Assignment" ("storyId", "userId", "part", "assignedById", "createdAt")
    SELECT story, pg_temp.id('user', CASE part WHEN 'WRITER' THEN writer WHEN 'EDITOR' THEN 11 + n % 50 ELSE pg_temp.writer(n + 7) END), part::"AssignmentPart", pg_temp.id('user', 11 + n % 50), at - interval '10 days'
    FROM large, unnest(ARRAY['WRITER', 'PHOTOGRAPHER', 'EDITOR']) part WHERE part = 'WRITER' OR n % 3 = 0 ON CONFLICT DO NOTHING;
  INSERT INTO "PhotoRequest" ("id", "storyId", "wanted", "photographerId", "due", "state", "createdById", "createdAt")
    SELECT pg_temp.id('photo', n), story, 'The ' || pg_temp.words(n, 3), CASE WHEN n % 4 > 0 THEN pg_temp.id('user', pg_temp.writer(n + 7)) END, at::date + 5,
      CASE WHEN state IN ('LIVE', 'WITHDRAWN') THEN 'DELIVERED' ELSE (ARRAY['OPEN', 'TAKEN', 'DELIVERED', 'NOT_NEEDED'])[1 + n % 4] END::"PhotoState", pg_temp.id('user', 11 + n % 50), at - interval '9 days'
    FROM large WHERE n % 2 = 0;
  INSERT INTO "Pitch" ("id", "title", "why", "sectionId", "sources", "hopedFor", "pictures", "state", "createdById", "createdAt", "answeredById", "answeredAt", "answer", "answerSeenAt", "storyId")
    SELECT pg_temp.id('pitch', n), initcap(pg_temp.words(n, 5)), initcap(pg_temp.words(n, 40)) || '.', pg_temp.id('section', 1 + n % 8), pg_temp.words(n, 6), at::date + 14, CASE WHEN n % 2 = 0 THEN pg_temp.words(n, 5) ELSE '' END,
      CASE WHEN n % 6 < 4 THEN 'ACCEPTED' WHEN n % 6 = 4 THEN 'DECLINED' ELSE 'TAKEN_BACK' END::"PitchState", pg_temp.id('user', writer), at - interval '12 days',
      CASE WHEN n % 6 < 5 THEN pg_temp.id('user', 11 + n % 50) END, CASE WHEN n % 6 < 5 THEN at - interval '11 days' END, CASE WHEN n % 6 = 4 THEN 'We had this lately.' ELSE '' END, CASE WHEN n % 6 < 5 THEN at END, CASE WHEN n % 6 < 4 THEN story END
    FROM large WHERE n % 4 = 0;
  INSERT INTO "Pitch" ("id", "title", "why", "sectionId", "createdById", "createdAt")
    SELECT pg_temp.id('open', n), initcap(pg_temp.words(n, 5)), initcap(pg_temp.words(n, 40)) || '.', pg_temp.id('section', 1 + n % 8), pg_temp.id('user', pg_temp.writer(n)), now() - interval '1 hour' * n FROM generate_series(1, 80) n;`

/** What is done, and the statements that do it. */
export function largeSteps({ stories, staff }: { stories: number; staff: number }): [string, string][] {
  const steps: [string, string][] = [
    ['Functions', FUNCTIONS],
    ['Paragraphs', PARAGRAPHS],
    ['People and sections', PEOPLE],
    ['Stories with two revisions each', STORIES],
    ['Decisions and publications', DECISIONS],
    ['Assignments, photo requests and pitches', PLANS],
    ['Statistics', 'DROP TABLE large, paragraphs; ANALYZE'],
  ]
  return steps.map(([name, sql]) => [name, sql.replaceAll('$stories', String(stories)).replaceAll('$staff', String(staff)).replaceAll('$paragraphs', String(Math.min(16_000, Math.ceil(stories / 4)))).replaceAll('$common', COMMON).replaceAll('$syllables', SYLLABLES)])
}
