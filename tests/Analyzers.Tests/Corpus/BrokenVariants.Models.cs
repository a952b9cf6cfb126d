namespace DynamoToolkit.Analyzers.Tests.Corpus;

/// <content>The models.</content>
internal static partial class BrokenVariants
{
    /// <summary>Models with a mistake.</summary>
    public static IReadOnlyList<BrokenVariant> OfModels { get; } =
    [
        new(
            "Models/Carts.cs",
            "public sealed partial class Shopper",
            "public sealed class Shopper",
            "DTK0001", "Shopper") { CompilerError = "CS0260" },
        new(
            "Models/Carts.cs",
            """PartitionKey("SHOPPER#{ShopperId}"), SortKey("CART")""",
            """PartitionKey("SHOPPER#{ShoperId}"), SortKey("CART")""",
            "DTK1006", "\"SHOPPER#{ShoperId}\""),
        new(
            "Models/Carts.cs",
            """SortKey("CART#LINE#{Sku}")""",
            """SortKey("CART#LINE{Sku}{Title}")""",
            "DTK1009", "\"CART#LINE{Sku}{Title}\""),
        new("Models/Carts.cs", "    public List<string> Options", "    public List<object> Options", "DTK0005", "Options"),
        new("Models/Carts.cs", """SortKey("PROFILE")""", """SortKey("CART")""", "DTK1029", "class [|Shopper|]\n"),
        new(
            "Models/Orders.cs",
            "    public Dictionary<string, string> Labels",
            "    public Dictionary<double, string> Labels",
            "DTK0005", "Labels"),
        new(
            "Models/Orders.cs",
            """GlobalIndex("byOrder", "ORDER#{OrderId}")""",
            """GlobalIndex("byOrder", "ORDER#{OrderID}")""",
            "DTK1006", "\"ORDER#{OrderID}\""),
        new("Models/Orders.cs", "    public decimal Total { get; set; }", "    public decimal Total { get; }", "DTK0007", "Total"),
        new(
            "Models/Orders.cs",
            "    public Guid? ETag { get; set; }",
            "    public decimal? ETag { get; set; }",
            "DTK0080", "ConcurrencyToken"),
        new(
            "Models/Orders.cs",
            """SortKey("ORDER#{OrderId}#SHIPMENT#{ShipmentId}")""",
            """SortKey("ORDER#{OrderId}#ITEM#10000000001")""",
            "DTK1029", "Shipment"),
        new(
            "Models/Catalog.cs",
            "Include = [nameof(Price), nameof(Rating)]",
            """Include = [nameof(Price), "Ratings"]""",
            "DTK1011", "\"Ratings\""),
        new(
            "Models/Catalog.cs",
            """[GlobalIndex("byBarcode", "{Barcode}", Projection = IndexProjection.KeysOnly)]""",
            """[GlobalIndex("byCategory", "{Barcode}", Projection = IndexProjection.KeysOnly)]""",
            "DTK1010", """GlobalIndex("byCategory", "{Barcode}", Projection = IndexProjection.KeysOnly)"""),
        new("Models/Catalog.cs", "    public HashSet<string> Tags", "    public HashSet<bool> Tags", "DTK0010", "Tags"),
        new(
            "Models/Catalog.cs",
            "[DynamoMap]\npublic sealed partial record Variant",
            "public sealed record Variant",
            "DTK0014", "Variants"),
        new(
            "Models/Catalog.cs",
            """[WriteSharded(4, Index = "byCategory")]""",
            """[WriteSharded(4, Index = "byCategories")]""",
            "DTK0101", """WriteSharded(4, Index = "byCategories")"""),
        new(
            "Models/Inventory.cs",
            """SortKey("WAREHOUSE#{Warehouse}")]""",
            """SortKey("WAREHOUSE#{Warehouse")]""",
            "DTK1007", "\"WAREHOUSE#{Warehouse\""),
        new(
            "Models/Inventory.cs",
            "    public DateTimeOffset UpdatedAt { get; init; }",
            """    public string UpdatedAt { get; init; } = "";""",
            "DTK0080", "[[|UpdatedAt|]]"),
        new("Models/Coupons.cs", "[Unique(Scope = [nameof(Campaign)])]", """[Unique(Scope = ["Campagne"])]""", "DTK0091", "\"Campagne\""),
        new("Models/Coupons.cs", "    public DateTimeOffset? EndsAt", "    public TimeSpan? EndsAt", "DTK0008", "EndsAt"),
        new("Models/Reviews.cs", "\"{Stars}#{WrittenAt}\"", "\"{Stars}#{WrittenOn}\"", "DTK1006", "\"{Stars}#{WrittenOn}\""),
        new(
            "Models/Reviews.cs",
            "    public byte Stars { get; set; }",
            "    public decimal Stars { get; set; }",
            "DTK1008", "\"{Stars}#{WrittenAt}\""),
        new("Models/Reviews.cs", "[MaxLength(5000)]", "[MaxLength(500_000)]", "DTK3020", "class [|Review|]\n"),
        new(
            "Models/Ledger.cs",
            "    public Money Balance { get; set; }",
            "    [DynamoConverter(typeof(Account))]\n    public Money Balance { get; set; }",
            "DTK0017", "Balance"),
        new(
            "Models/ChatRooms.cs",
            "PeakWritesPerSecond = 4000",
            "PeakWritesPerSecond = 40000",
            "DTK3010", "Workload(PeakWritesPerSecond = 40000, PeakReadsPerSecond = 6000, ItemBytes = 900, HottestShare = 0.8)"),
        new(
            "Models/ChatRooms.cs",
            "WriteSharded(8, By = nameof(MessageId))",
            "WriteSharded(0, By = nameof(MessageId))",
            "DTK0100", "WriteSharded(0, By = nameof(MessageId))"),
        new("Models/ChatRooms.cs", "By = nameof(MessageId)", "By = nameof(Text)", "DTK0102", "WriteSharded(8, By = nameof(Text))"),
        new(
            "Models/ChatRooms.cs",
            """[GlobalIndex("byUser", "USER#{UserId}", "ROOM#{RoomId}")]""",
            """[GlobalIndex("byUser", ["{UserId}"], ["{RoomId}", "{RoomId}"])]""",
            "DTK1017", """GlobalIndex("byUser", ["{UserId}"], ["{RoomId}", "{RoomId}"])"""),
        new("Models/Inbox.cs", "Days = 365", "Days = -1", "DTK0110", """Retention("inbox", Days = -1)"""),
        new("Models/Inbox.cs", "    [TimeToLive]\n", "", "DTK0111", """Retention("inbox", Days = 365)"""),
        new(
            "Models/Telemetry.cs",
            "[PartitionKey(\"DEVICE#{DeviceId}#{Day}\"), SortKey(\"{At}\")]\n[Workload(PeakWritesPerSecond = 20_000, "
            + "ItemBytes = 120), Cardinality(50_000)]",
            """[PartitionKey("DAY#{Day}"), SortKey("{At}")]""",
            "DTK3003", """PartitionKey("DAY#{Day}")"""),
        new(
            "Models/Telemetry.cs",
            "PartitionKey(\"DEVICE#{DeviceId}#{Day}\"), SortKey(\"{At}\")]\n[Workload(PeakWritesPerSecond = 20_000, "
            + "ItemBytes = 120), Cardinality(50_000)]",
            "PartitionKey(\"DAY#{Day}\"), SortKey(\"{At}\")]\n[Workload(PeakWritesPerSecond = 20_000, ItemBytes = 120)]",
            "DTK3010", "Workload(PeakWritesPerSecond = 20_000, ItemBytes = 120)"),
        new("Models/DeviceShadow.cs", "    public List<DayOfWeek> Days", "    public List<Schedule> Days", "DTK0016", "Days"),
        new(
            "Models/DeviceShadow.cs",
            "[DynamoMap]\npublic sealed partial class DeviceState",
            "[DynamoMap, DynamoTable(\"states\")]\npublic sealed partial class DeviceState",
            "DTK0004", "DeviceState"),
        new(
            "Models/Geo.cs",
            "    [DynamoAttribute(\"cell\")]\n    public string Cell",
            "    [DynamoAttribute(\"geohash\")]\n    public string Cell",
            "DTK0006", "Cell"),
        new(
            "Models/Geo.cs",
            """[GlobalIndex("near", "{Cell}", "{SeenAt}")]""",
            """[GlobalIndex("near", "{Cell}", "{At}")]""",
            "DTK1004", "Position [|At|]"),
        new(
            "Models/TenantProjects.cs",
            """[PartitionKey("TENANT#{TenantId}#PROJECT#{ProjectId}"), SortKey("PROJECT")]""",
            """[PartitionKey("PROJECT#{ProjectId}"), SortKey("PROJECT")]""",
            "DTK3030",
            "[|TenantId|] { get; init; }\n\n    public required Guid ProjectId { get; init; }\n\n    public required string Name"),
        new(
            "Models/TenantProjects.cs",
            "\"{DueOn}#{TaskId}\"",
            "\"{DueOn}{TaskId}#{Title}-{Done}\"",
            "DTK1009", "\"{DueOn}{TaskId}#{Title}-{Done}\""),
        new(
            "Models/TenantUsers.cs",
            "    [CreatedAt]\n    public DateTimeOffset CreatedAt { get; init; }",
            "    [CreatedAt]\n    public DateTimeOffset CreatedAt => default;",
            "DTK0082", "CreatedAt"),
        new(
            "Models/AuditLog.cs",
            "    public required string ActorId { get; init; }",
            "    public string? ActorId { get; init; }\n\n    [SortKey]\n    public string? Second { get; init; }",
            "DTK1003", "Second"),
        new("Models/AuditLog.cs", "[TimeToLive]", "[DynamoIgnore]", "DTK0111", """Retention("audit", Days = 2555)"""),
        new("Models/FeatureFlags.cs", """[DynamoEnumName("on")]""", """[DynamoEnumName("off")]""", "DTK0061", "On"),
        new(
            "Models/FeatureFlags.cs",
            "    public int Version { get; set; }",
            "    public int Version { get; set; }\n\n    [ConcurrencyToken]\n    public int Other { get; set; }",
            "DTK0081", "ConcurrencyToken"),
        new(
            "Models/FeatureFlags.cs",
            "[DynamoMap]\npublic sealed partial record Rule",
            "[DynamoMap]\npublic sealed record Rule",
            "DTK0001", "Rule") { CompilerError = "CS0260" },
        new(
            "Models/Configs.cs",
            "    [SortKey, Version]\n    public int Version",
            "    [SortKey]\n    public int Version",
            "DTK0070", "VersionControlled"),
        new(
            "Models/Configs.cs",
            "    [LatestOnly, CreatedBy]\n    public string? CreatedBy",
            "    [LatestOnly, CreatedBy]\n    public int CreatedBy",
            "DTK0079", "CreatedBy"),
        new(
            "Models/Configs.cs",
            "    [PartitionKey]\n    public required string Path",
            "    [PartitionKey, LatestOnly]\n    public required string Path",
            "DTK0074", "LatestOnly"),
        new(
            "Models/Leaderboards.cs",
            """WriteSharded(4, Index = "board")""",
            """WriteSharded(4000, Index = "board")""",
            "DTK0100", """WriteSharded(4000, Index = "board")"""),
        new(
            "Models/Leaderboards.cs",
            """[GlobalIndex("board", "BOARD#{GameId}#{Season}", "{Best}"), WriteSharded(4, Index = "board")]""",
            """[GlobalIndex("board", "BOARD", "{Best}")]""",
            "DTK3005", """GlobalIndex("board", "BOARD", "{Best}")"""),
        new(
            "Models/PageCounters.cs",
            "    [ShardedCounter(2)]\n    public long Likes",
            "    [ShardedCounter(2)]\n    public string? Likes",
            "DTK0120", "ShardedCounter(2)"),
        new(
            "Models/PageCounters.cs",
            "    [ShardedCounter(8)]\n    public long Views { get; set; }",
            "    [ShardedCounter(8)]\n    public long Views => 0;",
            "DTK0121", "ShardedCounter(8)"),
        new(
            "Models/EventStore.cs",
            "    public required ReadOnlyMemory<byte> Payload",
            "    public required System.IO.Stream Payload",
            "DTK0005", "Payload"),
        new(
            "Models/EventStore.cs",
            """PartitionKey("STREAM#{StreamId}"), SortKey("SNAPSHOT")""",
            """PartitionKey("STREAM#{StreamId}"), SortKey("EVENT#{Position}")""",
            "DTK1029", "StoredEvent"),
        new(
            "Models/Outbox.cs",
            "PeakWritesPerSecond = 2000, ItemBytes = 800",
            "PeakWritesPerSecond = 200_000, ItemBytes = 800",
            "DTK3012", "Workload(PeakWritesPerSecond = 200_000, ItemBytes = 800)"),
        new(
            "Models/Outbox.cs",
            "[Workload(Index = \"pending\"",
            "[Workload(Index = \"sent\"",
            "DTK3013", """Workload(Index = "sent", PeakWritesPerSecond = 2000, PeakReadsPerSecond = 100, ChangesKey = true)"""),
        new(
            "Models/Jobs.cs",
            """, WriteSharded(4, Index = "waiting")]""",
            "]\n[Workload(Index = \"waiting\", PeakWritesPerSecond = 3000, HottestShare = 1)]",
            "DTK3010", """Workload(Index = "waiting", PeakWritesPerSecond = 3000, HottestShare = 1)"""),
        new("Models/Jobs.cs", """SortKey("RUN#{Attempt}")""", """SortKey("RUN#{Attempts}")""", "DTK1006", "\"RUN#{Attempts}\""),
        new(
            "Models/Sessions.cs",
            "    [PartitionKey]\n    public required string SessionId",
            "    public required string SessionId",
            "DTK1001", "class [|Session|]\n"),
        new(
            "Models/Sessions.cs",
            "    public required DateTimeOffset EndsAt { get; set; }",
            "    public required DateTimeOffset EndsAt { get; set; }\n\n    [TimeToLive]\n    public long Other { get; set; }",
            "DTK0009", "Other"),
        new(
            "Models/Social.cs",
            """PartitionKey("PERSON#{PersonId}"), SortKey("PROFILE")""",
            """PartitionKey("PERSON#{PersonId}"), SortKey("FOLLOWS#{Name}")""",
            "DTK1029", "Profile"),
        new("Models/Social.cs", "Days = 30", "Minutes = 0", "DTK0110", "TimeToLive(Minutes = 0)"),
        new(
            "Models/Posts.cs",
            """[GlobalIndex("byAuthor", "AUTHOR#{AuthorId}", "COMMENT#{CommentId}")]""",
            """[GlobalIndex("byAuthor", "AUTHOR#{AuthorId}")]""",
            "DTK1023", """GlobalIndex("byAuthor", "AUTHOR#{AuthorId}", "POST#{PostId}")"""),
        new(
            "Models/Posts.cs",
            "public sealed partial record Like(string PostId, string PersonId);",
            "public sealed partial record Like(string PostId, string? PersonId);",
            "DTK1005", "PersonId"),
        new(
            "Models/Support.cs",
            "    public string? Team { get; set; }",
            "    public string Team { get; set; } = \"first\";\n\n    [TimeToLive]\n    public int ForgetAt { get; set; }",
            "DTK1043", "ForgetAt"),
        new("Models/Support.cs", "    public SortedSet<string> Labels", "    public SortedSet<Uri[]> Labels", "DTK0010", "Labels"),
        new(
            "Models/Seats.cs",
            """[PartitionKey("SHOW#{ShowId}"), SortKey("SHOW")]""",
            """[PartitionKey("SHOW#{ShowId}"), SortKey("{Title}")]""",
            "DTK1021", "class [|Show|]\n"),
        new(
            "Models/Hotel.cs",
            "public sealed partial record BookedNight(string HotelId, int Room, DateOnly Night, Guid BookingId)",
            "public sealed partial record BookedNight(string HotelId, int? Room, DateOnly Night, Guid BookingId)",
            "DTK1005", "Room"),
        new("Models/Hotel.cs", "    public decimal Total { get; init; }", "    public decimal Total { get; }", "DTK0007", "Total"),
        new(
            "Models/Wiki.cs",
            """SortKey("PAGE#V{Version}")""",
            """SortKey("PAGE#V{Version}#{Text}")""",
            "DTK0072", "    [[|Version|]]\n    public long"),
        new("Models/Wiki.cs", "    [Version]\n    public long Version", "    [Version]\n    public short Version", "DTK0071", "Version"),
        new(
            "Models/Wiki.cs",
            "    public string? Comment { get; init; }",
            "    [DynamoAttribute(\"latestVersion\")]\n    public string? Comment { get; init; }",
            "DTK0076", "Comment"),
        new(
            "Models/Wiki.cs",
            ", VersionControlled]",
            ", VersionControlled]\n[LocalIndex(\"recent\", \"{UpdatedAt}\")]",
            "DTK3024", """LocalIndex("recent", "{UpdatedAt}")"""),
        new(
            "Models/FileTree.cs",
            """[GlobalIndex("children", "FOLDER#{DriveId}#{ParentId}", "{Name}")]""",
            """[GlobalIndex("children", "FOLDER", "{Name}")]""",
            "DTK3005", """GlobalIndex("children", "FOLDER", "{Name}")"""),
        new(
            "Models/FileTree.cs",
            "    public bool IsFolder { get; init; }",
            "    [DynamoAttribute(\"pk\")]\n    public bool IsFolder { get; init; }",
            "DTK1015", """PartitionKey("DRIVE#{DriveId}")"""),
        new("Models/ShortLinks.cs", """Include = ["Target"]""", """Include = ["Targets"]""", "DTK1011", "\"Targets\""),
        new("Models/ShortLinks.cs", "    [ShardedCounter(16)]", "    [ShardedCounter(16_000)]", "DTK0121", "ShardedCounter(16_000)"),
        new(
            "Models/RateLimits.cs",
            "    public long? ExpiresAt { get; set; }",
            "    public int ExpiresAt { get; set; }",
            "DTK1043", "ExpiresAt"),
        new(
            "Models/RateLimits.cs",
            "record IdempotentAnswer([PartitionKey] string RequestKey)",
            """record IdempotentAnswer([PartitionKey("KEY#{RequestKey}")] string RequestKey)""",
            "DTK1016", """PartitionKey("KEY#{RequestKey}")"""),
        new(
            "Models/Leases.cs",
            "    public Guid? Token { get; private set; }",
            "    public DateTimeOffset? Token { get; private set; }",
            "DTK0080", "ConcurrencyToken"),
        new(
            "Models/Subscriptions.cs",
            """    [DynamoFlatten(Prefix = "card_")]""",
            """    [DynamoFlatten(Prefix = "card_"), DynamoAttribute("card")]""",
            "DTK0028", """DynamoAttribute("card")"""),
        new(
            "Models/Subscriptions.cs",
            """    [EnumMember(Value = "yearly")]""",
            """    [EnumMember(Value = "monthly")]""",
            "DTK0061", "Yearly"),
        new(
            "Models/Invoices.cs",
            """[Unique(nameof(Series), nameof(Number), Name = "full-number")]""",
            """[Unique(nameof(Series), "No", Name = "full-number")]""",
            "DTK0091", "\"No\""),
        new(
            "Models/Invoices.cs",
            "    public IReadOnlyList<InvoiceLine> Lines",
            "    [Unique]\n    public IReadOnlyList<InvoiceLine> Lines",
            "DTK0090", "Unique"),
        new("Models/Recipes.cs", "[TrigramIndexed(Scope = [nameof(Kitchen)])]", """[TrigramIndexed(Scope = ["Kitschen"])]""", "DTK0095",
            "\"Kitschen\""),
        new(
            "Models/Recipes.cs",
            "    public int Servings",
            "    [TrigramIndexed]\n    public int Servings",
            "DTK0094", "TrigramIndexed"),
        new(
            "Models/Recipes.cs",
            """PartitionKey("KITCHEN#{Kitchen}"), SortKey("RECIPE#{RecipeId}")""",
            """PartitionKey("{Kitchen}#KITCHEN"), SortKey("{RecipeId}#RECIPE#{Servings}")""",
            "DTK0096", "record [|Recipe|]\n"),
        new(
            "Models/Recipes.cs",
            "[TrigramIndexed(Upkeep = TrigramUpkeep.Stream)]",
            """[TrigramIndexed(Upkeep = TrigramUpkeep.Stream, Name = "recipes-by-source")]""",
            "DTK0098", "string? [|Source|]"),
        new("Models/Payments.cs", """DynamoType("wallet")""", """DynamoType("card")""", "DTK0021", "Wallet"),
        new(
            "Models/Payments.cs",
            """[DynamoTable("payment-methods"), DynamoType("transfer")]""",
            """[DynamoTable("payment-methods"), DynamoType("transfer", AttributeName = "kind")]""",
            "DTK0022", "BankTransfer"),
        new(
            "Models/Payments.cs",
            "[DynamoTable(\"payment-methods\"), DynamoType(\"transfer\")]\n",
            "[DynamoTable(\"payment-methods\")]\n",
            "DTK0025", "BankTransfer"),
        new(
            "Models/Payments.cs",
            """[DynamoTable("payment-methods"), DynamoType("wallet")]""",
            """[DynamoTable("wallets"), DynamoType("wallet")]""",
            "DTK0024", "Wallet"),
        new(
            "Models/Shapes.cs",
            """[DynamoMap, DynamoType("circle")]""",
            """[DynamoType("circle")]""",
            "DTK0023", """DynamoType("circle")"""),
        new(
            "Models/Shapes.cs",
            "    public Shape? Selected { get; set; }",
            "    public Drawing? Selected { get; set; }",
            "DTK0043", "Selected"),
        new(
            "Models/Surveys.cs",
            "    public ExtraAttributes? Extra { get; set; }",
            "    public Dictionary<string, string>? Extra { get; set; }",
            "DTK0018", "Extra"),
        new(
            "Models/Surveys.cs",
            "    public int Score { get; set; }",
            "    [DynamoExtra]\n    public ExtraAttributes? Score { get; set; }",
            "DTK0020", "Attributes? [|Extra|] {"),
        new(
            "Models/LegacyOrders.cs",
            "    public string? CustomerId",
            "    [DynamoDefault(5)]\n    public string? CustomerId",
            "DTK0019", "CustomerId"),
        new(
            "Models/LegacyOrders.cs",
            "    public bool IsPaid { get; set; }",
            "    [PartitionKey]\n    public bool IsPaid { get; set; }",
            "DTK1002", "IsPaid"),
        new("Models/Metrics.cs", """SortKey("LATEST#{Name}")""", """SortKey("METRIC#{Name}#{Step}")""", "DTK1029", "MetricPoint"),
        new("Models/Metrics.cs", "public partial struct LatestMetric", "public ref partial struct LatestMetric", "DTK0003", "LatestMetric"),
        new(
            "Models/Patients.cs",
            "    public SortedDictionary<DateOnly, string> Reminders",
            "    public SortedDictionary<Version, string> Reminders",
            "DTK0005", "Reminders"),
        new(
            "Models/Patients.cs",
            "[DynamoMap]\npublic sealed partial class Finding",
            "[DynamoMap]\n[PartitionKey(\"{Code}\")]\npublic sealed partial class Finding",
            "DTK1014", """PartitionKey("{Code}")"""),
        new(
            "Models/Broadcasts.cs",
            """[GlobalIndex("byEpisode", ["{Series}", "{Season}"], ["{Episode}", "{Begins}"])]""",
            """[GlobalIndex("byEpisode", ["{Series}", "{Season}", "{Title}", "{Ends}", "{Episode}"], ["{Begins}"])]""",
            "DTK1013", """GlobalIndex("byEpisode", ["{Series}", "{Season}", "{Title}", "{Ends}", "{Episode}"], ["{Begins}"])"""),
        new(
            "Models/Library.cs",
            """[PartitionKey("MEMBER#{MemberId}"), SortKey("LOAN#{BorrowedAt}#{BookId}")]""",
            """[PartitionKey("MEMBER#{MemberId}")]""",
            "DTK1012", """LocalIndex("due", "{DueOn}")"""),
        new(
            "Models/Music.cs",
            "    public TimeSpan Length { get; init; }",
            "    public nint? Length { get; init; }\n\n    [DynamoAttribute(\"title\")]\n    public string? Other { get; init; }",
            "DTK0006", "Other"),
        new("Models/Library.cs", "ItemsPerKey = 5_000", "ItemsPerKey = 50_000_000", "DTK3006", """LocalIndex("due", "{DueOn}")"""),
        new(
            "Models/Vehicles.cs",
            "    [DynamoAttribute(\"label\")]\n    public override string Label",
            "    [DynamoAttribute(\"vin\")]\n    public override string Label",
            "DTK0006", "Label"),
        new(
            "Models/Vehicles.cs",
            "    public int LoadKilograms { get; set; }",
            "    public new DateTimeOffset UpdatedAt { get; set; }",
            "DTK0041", "UpdatedAt"),
        new(
            "Models/Vehicles.cs",
            "    public byte Seats { get; set; } = 5;",
            "    public System.Threading.Timer? Seats { get; set; }",
            "DTK0005", "Seats"),
        new(
            "Models/Aliases.cs",
            "        [Part]\n        public required string Reader",
            "        [Part]\n        public required byte[][] Reader",
            "DTK1004", "Reader"),
        new("Models/Aliases.cs", """[Item("bookmarks")]""", """[Item("book marks")]""", "DTK0012", """Item("book marks")"""),
        new(
            "Models/Nested.cs",
            "public static partial class Reminders",
            "public static class Reminders",
            "DTK0002", "Reminders") { CompilerError = "CS0260" },
        new(
            "Models/Nested.cs",
            "        [DynamoMap]\n        internal sealed partial record Repetition(DayOfWeek Day, TimeOnly At);",
            "        [DynamoMap]\n        internal sealed partial record Repetition(DayOfWeek Day, TimeOnly At, List<Repetition> Next);",
            "DTK0016", "Next"),
        new(
            "Models/Customers.Keys.cs",
            """[Cardinality(2_000, Index = "bySegment")]""",
            """[Cardinality(20, Index = "bySegment")]""",
            "DTK3005", """GlobalIndex("bySegment", "SEGMENT#{Segment}#{Area}", "{Number}")"""),
        new("Models/Customers.Keys.cs", "    public required long Number", "    public required double Number", "DTK1042", "Number"),
        new(
            "Models/Customers.cs",
            "[DynamoMap]\npublic sealed partial record Consent",
            "public sealed record Consent",
            "DTK0014", "Consent [|Consent|] {"),
        new(
            "Models/Contacts.cs",
            "SortAttributeName = \"by_name\"",
            "SortAttributeName = \"first_name\"",
            "DTK1015", """GlobalIndex("byName", "{OwnerId}", "{LastName}#{FirstName}", SortAttributeName = "first_name")"""),
        new("Models/Views.cs", "ViewOf(typeof(Article))", "ViewOf(typeof(ArticleState))", "DTK1030", "ViewOf(typeof(ArticleState))"),
        new(
            "Models/Rates.cs",
            "[PartitionKey] string Pair, [SortKey] DateOnly Day",
            "[PartitionKey] string? Pair, [SortKey] DateOnly Day",
            "DTK1005", "Pair"),
        new("Models/Weather.cs", "[Cardinality(8_000)]", "[Cardinality(8)]", "DTK3001", """PartitionKey("STATION#{Station}#{Year}")"""),
        new(
            "Models/Notifications.cs",
            "    [TimeToLive(Days = 60)]\n    public DateTimeOffset? ExpiresAt",
            "    [TimeToLive(Days = 60)]\n    public DateTimeOffset ExpiresAt",
            "DTK0113", "TimeToLive(Days = 60)"),
        new(
            "Models/Workflows.cs",
            """SortKey("STEP#{Order}#{Name}")""",
            """SortKey("STEP#{Order}#{Output}")""",
            "DTK1005", "string? [|Output|]"),
        new(
            "Models/Workflows.cs",
            """[GlobalIndex("byDefinition", "DEFINITION#{Definition}", "{StartedAt}")]""",
            """[GlobalIndex("byDefinition", "DEFINITION", "{StartedAt}")]""",
            "DTK1025", "\"DEFINITION\""),
        new("Models/Auctions.cs", """SortKey("BID#{Amount}#{Bidder}")""", """SortKey("LOT")""", "DTK1029", "class [|Lot|]\n"),
        new(
            "Models/Exams.cs",
            "    [PartitionKey]\n    public required int StudentNumber",
            "    [PartitionKey]\n    public required float StudentNumber",
            "DTK1042", "StudentNumber"),
        new(
            "Models/Crm.cs",
            """[GlobalIndex("inverse", "DEAL#{DealId}", "COMPANY#{CompanyNumber}")]""",
            """[GlobalIndex("inverse", "{CompanyNumber}", "{Value}")]""",
            "DTK1023", """GlobalIndex("inverse", "PERSON#{PersonId}", "COMPANY#{CompanyNumber}")"""),
        new("Models/Elections.cs", "    [WriteShard]\n", "", "DTK0103", "WriteSharded(16)"),
        new(
            "Models/Elections.cs",
            "PeakWritesPerSecond = 8000",
            "PeakWritesPerSecond = 30_000",
            "DTK3010", "Workload(PeakWritesPerSecond = 30_000, ItemBytes = 150, HottestShare = 1)"),
        new(
            "Models/Trash.cs",
            """Retention("trash", Days = 7, OnDemand = true)""",
            """Retention("trash", OnDemand = true)""",
            "DTK0110", """Retention("trash", OnDemand = true)"""),
        new(
            "Models/Parking.cs",
            "    public long TicketNumber { get; } = ticketNumber;",
            "    public long TicketNumber { get; } = ticketNumber;\n\n    [DynamoAttribute]\n    public static int Count { get; set; }",
            "DTK0013", "Count"),
        new("Models/Parking.cs", """    [DynamoDefault("00:15:00")]""", """    [DynamoDefault("a while")]""", "DTK0019", "Grace"),
        new(
            "Models/Exams.cs",
            "    [SortKey]\n    public required string CourseId",
            "    [SortKey, MaxLength(2000)]\n    public required string CourseId",
            "DTK1041", "CourseId"),
        new(
            "Models/Rates.cs",
            "    public decimal Rate { get; init; }",
            "    public decimal Rate { get; init; }\n\n    [UpdatedBy]\n    public string? By { get; init; }",
            "DTK0073", "UpdatedBy"),
        new(
            "Models/Inventory.cs",
            """[GlobalIndex("byWarehouse", "WAREHOUSE#{Warehouse}", "SKU#{Sku}")]""",
            """[GlobalIndex("byWarehouse", "WAREHOUSE#{Warehouse}", "SKU#{Sku}", Versions = IndexedVersions.Latest)]""",
            "DTK0073", """GlobalIndex("byWarehouse", "WAREHOUSE#{Warehouse}", "SKU#{Sku}", Versions = IndexedVersions.Latest)"""),
        new(
            "Models/PageCounters.cs",
            """[PartitionKey("SITE#{Site}#PAGE#{Path}"), SortKey("PAGE")]""",
            """[PartitionKey("SITE#{Site}#PAGE#{Path}"), SortKey("PAGE"), DynamoType("page", AttributeName = "pk")]""",
            "DTK1015", "TrackedPage"),
        new(
            "Models/Coupons.cs",
            "    public required string CouponId { get; init; }",
            "    public required string CouponId { get; init; }\n\n    [DynamoIgnore]\n    public required string Secret { get; init; }",
            "DTK0027", "Secret"),
        new(
            "Models/Jobs.cs",
            """[GlobalIndex("waiting", "QUEUE#{WaitingIn}", "{RunAt}"), WriteSharded(4, Index = "waiting")]""",
            """[GlobalIndex("waiting", "QUEUE#{WaitingIn}", "{RunAt}"), WriteSharded(4, Index = "waiting", By = "Nobody")]""",
            "DTK0102", "\"Nobody\""),
        new(
            "Models/Surveys.cs",
            "    public int Score { get; set; }",
            "    public int Score { get; set; }\n\n    [DynamoDefault(3)]\n    public string? Name { get; set; }",
            "DTK0019", "Name"),
        new(
            "Models/Shapes.cs",
            "public readonly partial record struct Corner(double X, double Y);",
            "public readonly partial record struct Corner(double X, double Y)\n{\n    [PartitionKey]\n    public string? "
            + "Name { get; init; }\n}",
            "DTK1014", "PartitionKey"),
        new(
            "Models/Patients.cs",
            "    public List<Observation> Evidence { get; set; } = [];",
            "    public List<Observation> Evidence { get; set; } = [];\n\n    [TimeToLive]\n    public DateTimeOffset? Until { get; set; }",
            "DTK1014", "TimeToLive"),
        new(
            "Models/Social.cs",
            "    public DateTimeOffset Since { get; init; }",
            "    public DateTimeOffset Since { get; init; }\n\n    [DynamoFlatten]\n    public string? Note { get; init; }",
            "DTK0013", "Note"),
        new(
            "Models/Contacts.cs",
            """[GlobalIndex("byName", "{OwnerId}", "{LastName}#{FirstName}", SortAttributeName = "by_name")]""",
            """[GlobalIndex("byName", "{OwnerId}", SortAttributeName = "by_name")]""",
            "DTK1028", """GlobalIndex("byName", "{OwnerId}", SortAttributeName = "by_name")"""),
        new(
            "Models/ShortLinks.cs",
            "Projection = IndexProjection.Include, Include",
            "Projection = IndexProjection.All, Include",
            "DTK1027",
            """GlobalIndex("byOwner", "OWNER#{OwnerId}", "{CreatedAt}", Projection = IndexProjection.All, Include = ["Target"])"""),
    ];
}
