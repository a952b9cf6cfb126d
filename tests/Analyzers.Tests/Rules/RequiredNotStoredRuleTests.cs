namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class RequiredNotStoredRuleTests
{
    [Fact]
    public Task Member_ThatIsRequiredAndIgnoredOrAField_IsReported() => Rule.ReportsAsync(
        """
        public abstract class Entity
        {
            public required int {|DTK0027:Field|};
        }

        [DynamoTable("runs")]
        public sealed partial class Run : Entity
        {
            [PartitionKey]
            public required string Id { get; init; }

            [DynamoIgnore]
            public required string {|DTK0027:Source|} { get; init; }
        }
        """);

    [Fact]
    public Task Member_ThatIsStoredOrSetByTheConstructor_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("runs")]
        public sealed partial class Run
        {
            [PartitionKey]
            public required string Id { get; init; }

            [DynamoAttribute("field")]
            public required int Field;
        }

        [DynamoMap]
        public sealed partial class Part
        {
            [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
            public Part(string name) => (Name, Source) = (name, "");

            public required string Name { get; init; }

            [DynamoIgnore]
            public required string Source { get; init; }
        }
        """);
}
