-- Posted summaries tell what changed in them, and each press of a button or time of a schedule posts one; schedules
-- keep the zone that their minute of the day is in.
ALTER TABLE posts ADD COLUMN origin TEXT NOT NULL DEFAULT '';
ALTER TABLE posts ADD COLUMN changes TEXT NOT NULL DEFAULT '';
ALTER TABLE schedules ADD COLUMN zone TEXT NOT NULL DEFAULT 'UTC';
ALTER TABLE schedules ADD COLUMN pinned BIGINT NOT NULL DEFAULT 0;
CREATE INDEX posts_of_origin ON posts (server, origin);
CREATE INDEX posts_stand ON posts (state, story);
CREATE INDEX schedules_due ON schedules (next_at);
CREATE INDEX wishes_of_story ON wishes (story);
