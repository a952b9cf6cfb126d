namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class IndexProjectionContradictsRuleTests
{
    private const string Members = """
        public sealed partial class Shop
        {
            [PartitionKey]
            public required string Id { get; init; }

            public string? Owner { get; set; }

            public string? Name { get; set; }
        }
        """;

    [Fact]
    public Task Projection_ThatIncludesNothingOrOnlyInWords_IsReported() => Rule.ReportsAsync(
        $$"""
        [DynamoTable("shops")]
        [{|DTK1027:GlobalIndex("index1", "{Owner}", Projection = IndexProjection.Include)|}]
        [{|DTK1027:GlobalIndex("index2", "{Owner}", Projection = IndexProjection.Include, Include = [])|}]
        [{|DTK1027:GlobalIndex("index3", "{Owner}", Projection = IndexProjection.All, Include = ["Name"])|}]
        {{Members}}
        """);

    [Fact]
    public Task Projection_ThatAgreesWithWhatIsIncluded_IsAllowed() => Rule.AllowsAsync(
        $$"""
        [DynamoTable("shops")]
        [GlobalIndex("index1", "{Owner}", Projection = IndexProjection.Include, Include = ["Name"])]
        [GlobalIndex("index2", "{Owner}", Include = ["Name"])]
        [GlobalIndex("index3", "{Owner}", Projection = IndexProjection.KeysOnly, Include = [])]
        [GlobalIndex("index4", "{Owner}", Projection = IndexProjection.All)]
        {{Members}}
        """);
}
