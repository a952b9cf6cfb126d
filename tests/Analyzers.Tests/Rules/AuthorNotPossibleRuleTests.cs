namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class AuthorNotPossibleRuleTests
{
    [Fact]
    public Task MembersThatCanNotHoldAnAuthor_AreReported() => Rule.ReportsAsync("""
        [DynamoTable("metrics"), VersionControlled]
        public sealed partial record Metric(
            [property: PartitionKey, {|DTK0079:CreatedBy|}] string Name,
            [property: SortKey, Version] int Version,
            [property: {|DTK0079:UpdatedBy|}] int By);

        [DynamoTable("pages"), VersionControlled]
        public sealed partial record Page
        {
            [PartitionKey] public required string Name { get; init; }
            [SortKey, Version] public int Version { get; init; }
            [CreatedBy] public string? First { get; init; }
            [{|DTK0081:CreatedBy|}] public string? Second { get; init; }
        }
        """);
}
