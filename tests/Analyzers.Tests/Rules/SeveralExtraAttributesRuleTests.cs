namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class SeveralExtraAttributesRuleTests
{
    [Fact]
    public Task Extra_AfterTheFirst_IsReported() => Rule.ReportsAsync(
        """
        public abstract class Entity
        {
            [DynamoExtra]
            public ExtraAttributes? Rest { get; set; }
        }

        [DynamoTable("runs")]
        public sealed partial class Run : Entity
        {
            [PartitionKey]
            public required string Id { get; init; }

            [DynamoExtra]
            public ExtraAttributes? {|DTK0020:B|} { get; set; }

            [DynamoExtra]
            public ExtraAttributes? {|DTK0020:C|} { get; set; }
        }
        """);

    [Fact]
    public Task Extra_ThatTakesThePlaceOfTheBasesOrIsAMapsOwn_IsAllowed() => Rule.AllowsAsync(
        """
        public abstract class Entity
        {
            [DynamoExtra]
            public virtual ExtraAttributes? Rest { get; set; }
        }

        [DynamoMap]
        public sealed partial class Part
        {
            [DynamoExtra]
            public ExtraAttributes? Rest { get; set; }
        }

        [DynamoTable("runs")]
        public sealed partial class Run : Entity
        {
            [PartitionKey]
            public required string Id { get; init; }

            public Part? Part { get; set; }

            [DynamoExtra]
            public override ExtraAttributes? Rest { get; set; }
        }
        """);
}
