namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class TooManyIncludesRuleTests
{
    [Fact]
    public Task Includes_OfAllIndexes_AreAddedUp() => Rule.ReportsAsync(
        """
        [DynamoTable("table-t")]
        [GlobalIndex("index1", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5", "M6"])]
        [GlobalIndex("index2", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5", "M6"])]
        [GlobalIndex("index3", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5", "M6"])]
        [GlobalIndex("index4", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5", "M6"])]
        [GlobalIndex("index5", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5", "M6"])]
        [GlobalIndex("index6", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5", "M6"])]
        [GlobalIndex("index7", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5", "M6"])]
        [GlobalIndex("index8", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5", "M6"])]
        [GlobalIndex("index9", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5", "M6"])]
        [GlobalIndex("index10", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5", "M6"])]
        [GlobalIndex("index11", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5", "M6"])]
        [GlobalIndex("index12", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5", "M6"])]
        [GlobalIndex("index13", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5", "M6"])]
        [GlobalIndex("index14", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5", "M6"])]
        [GlobalIndex("index15", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5", "M6"])]
        [GlobalIndex("index16", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5", "M6"])]
        [GlobalIndex("index17", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5", "M6"])]
        public sealed partial class {|DTK1020:A|}
        {
            [PartitionKey]
            public required string Id { get; init; }

            public string? M1 { get; set; }

            public string? M2 { get; set; }

            public string? M3 { get; set; }

            public string? M4 { get; set; }

            public string? M5 { get; set; }

            public string? M6 { get; set; }
        }
        """);

    [Fact]
    public Task Includes_ThatAreAHundred_AreAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("table-t")]
        [GlobalIndex("index1", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5"])]
        [GlobalIndex("index2", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5"])]
        [GlobalIndex("index3", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5"])]
        [GlobalIndex("index4", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5"])]
        [GlobalIndex("index5", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5"])]
        [GlobalIndex("index6", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5"])]
        [GlobalIndex("index7", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5"])]
        [GlobalIndex("index8", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5"])]
        [GlobalIndex("index9", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5"])]
        [GlobalIndex("index10", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5"])]
        [GlobalIndex("index11", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5"])]
        [GlobalIndex("index12", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5"])]
        [GlobalIndex("index13", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5"])]
        [GlobalIndex("index14", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5"])]
        [GlobalIndex("index15", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5"])]
        [GlobalIndex("index16", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5"])]
        [GlobalIndex("index17", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5"])]
        [GlobalIndex("index18", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5"])]
        [GlobalIndex("index19", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5"])]
        [GlobalIndex("index20", "A#{M1}", Include = ["M1", "M2", "M3", "M4", "M5"])]
        public sealed partial class A
        {
            [PartitionKey]
            public required string Id { get; init; }

            public string? M1 { get; set; }

            public string? M2 { get; set; }

            public string? M3 { get; set; }

            public string? M4 { get; set; }

            public string? M5 { get; set; }
        }
        """);
}
