namespace IntegrationHub.Server.Tests.Feeds;

public sealed class SqliteOpeningTests(FeedHub<SqliteEngine> hub) : OpeningRules<SqliteEngine>(hub);

public sealed class SqliteSequenceTests(FeedHub<SqliteEngine> hub) : SequenceRules<SqliteEngine>(hub);

public sealed class SqliteSubmissionIdTests(FeedHub<SqliteEngine> hub) : SubmissionIdRules<SqliteEngine>(hub);

public sealed class SqliteFencingTests(FeedHub<SqliteEngine> hub) : FencingRules<SqliteEngine>(hub);

public sealed class SqliteMessageTests(FeedHub<SqliteEngine> hub) : MessageRules<SqliteEngine>(hub);

public sealed class SqliteUnaryTests(FeedHub<SqliteEngine> hub) : UnaryRules<SqliteEngine>(hub);

public sealed class SqliteOutstandingTests : OutstandingRules<SqliteEngine>;

public sealed class SqliteHeartbeatTests : HeartbeatRules<SqliteEngine>;

public sealed class SqliteDrainingTests : DrainingRules<SqliteEngine>;

public sealed class SqliteSnapshotTests : SnapshotRules<SqliteEngine>;

public sealed class SqliteHeldSnapshotTests : HeldSnapshotRules<SqliteEngine>;
