namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class VersionNotPossibleRuleTests
{
    [Fact]
    public Task VersionAtAnotherPlace_IsReported() => Rule.ReportsAsync("""
        [DynamoTable("table-a"), VersionControlled, PartitionKey("A#{Name}"), SortKey("V#{Version}#{Name}")]
        public sealed partial record A(string Name, [property: {|DTK0072:Version|}] int Version);

        [DynamoTable("table-b"), VersionControlled, PartitionKey("B#{Version}"), SortKey("V#{Version}")]
        public sealed partial record B([property: {|DTK0072:Version|}] int Version);

        [DynamoTable("table-c"), VersionControlled, PartitionKey("C#{Name}")]
        public sealed partial record C(string Name, [property: {|DTK0072:Version|}] int Version);

        [DynamoTable("table-d"), VersionControlled, PartitionKey("D#{Name}"), SortKey("META")]
        public sealed partial record D(string Name, [property: {|DTK0072:Version|}] int Version);

        [DynamoTable("table-e"), VersionControlled]
        public sealed partial record E([property: PartitionKey] string Name, int Version)
        {
            [SortKey, {|DTK0072:Version|}] public int Version { get; } = Version;
        }
        """);

    [Fact]
    public Task VersionBeforeText_IsAllowed() => Rule.AllowsAsync("""
        [DynamoTable("table-a"), VersionControlled, PartitionKey("A#{Name}"), SortKey("{Name}#V#{Version}#END")]
        public sealed partial record A(string Name, [property: Version] int Version);
        """);
}
