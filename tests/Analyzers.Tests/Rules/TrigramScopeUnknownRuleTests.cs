namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class TrigramScopeUnknownRuleTests
{
    [Fact]
    public Task Name_OfNoStoredMember_IsReported() => Rule.ReportsAsync("""
        [DynamoTable("films"), PartitionKey("FILM#{Id}"), SortKey("FILM")]
        public sealed partial class Film
        {
            public required string Id { get; init; }

            public string? Studio { get; set; }

            [TrigramIndexed(Scope = [nameof(Studio), {|DTK0095:"Yaer"|}])]
            public string? Title { get; set; }

            [TrigramIndexed(Scope = [{|DTK0095:"Cache"|}])]
            public string? Subtitle { get; set; }

            [DynamoIgnore]
            public string? Cache { get; set; }
        }
        """);
}
