namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class UniqueMemberUnknownRuleTests
{
    [Fact]
    public Task Name_OfNoStoredMember_IsReported() => Rule.ReportsAsync("""
        [DynamoTable("users"), PartitionKey("USER#{Id}"), Unique("M", {|DTK0091:"Other"|})]
        public sealed partial class User
        {
            public required string Id { get; init; }

            [Unique(Scope = [{|DTK0091:"Cache"|}])]
            public string? M { get; set; }

            [DynamoIgnore]
            public string? Cache { get; set; }
        }
        """);
}
