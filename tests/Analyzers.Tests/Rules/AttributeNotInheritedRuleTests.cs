namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class AttributeNotInheritedRuleTests
{
    [Fact]
    public Task Attribute_OfAnInterface_IsReported() => Rule.ReportsAsync(
        """
        public interface IAccount
        {
            [{|DTK0044:DynamoIgnore|}]
            string? Secret { get; }

            [{|DTK0044:TimeToLive|}, DynamoAttribute("ttl")]
            DateTimeOffset Expires { get; set; }

            string? Name { get; }
        }
        """);

    [Fact]
    public Task Attribute_OfAMemberThatOtherAssembliesCannotSee_IsReported() => Rule.ReportsAsync(
        """
        public abstract class Entity
        {
            [{|DTK0044:DynamoAttribute("a")|}]
            private string? Hidden { get; set; }

            [{|DTK0044:DynamoAttribute("b")|}]
            internal string? Internal = "";

            [{|DTK0044:DynamoDefault("c")|}]
            private protected string? Both { get; set; }

            [DynamoAttribute("d")]
            protected string? Seen { get; set; }

            [DynamoIgnore]
            private string? Ignored { get; set; }

            public override string ToString() => $"{Hidden}{Internal}{Both}{Seen}{Ignored}";
        }
        """);

    [Fact]
    public Task Attribute_OfABaseInThisAssembly_IsAllowed() => Rule.AllowsAsync(
        """
        public abstract class Entity
        {
            [DynamoAttribute("b")]
            internal string? Internal = "";

            [DynamoAttribute("c")]
            private protected string? Both { get; set; }
        }

        internal abstract class Other
        {
            [DynamoAttribute("b")]
            internal string? Internal { get; set; }
        }

        [DynamoTable("runs")]
        public sealed partial class Run : Entity
        {
            [PartitionKey]
            public required string Id { get; init; }
        }
        """);
}
