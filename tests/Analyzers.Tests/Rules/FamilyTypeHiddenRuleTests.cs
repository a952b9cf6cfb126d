namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class FamilyTypeHiddenRuleTests
{
    [Fact]
    public Task TypeOfAFamily_ThatItsBaseCannotAccess_IsReported() => Rule.ReportsAsync(
        """
        [DynamoTable("shapes"), PartitionKey("{Id}")]
        public abstract partial class Shape { public string Id { get; set; } = ""; }

        [DynamoTable("shapes"), DynamoType("square")]
        public partial class Square : Shape;

        public partial class Shapes
        {
            [DynamoTable("shapes"), DynamoType("circle")]
            private sealed partial class {|DTK0051:Circle|} : Shape;

            [DynamoTable("shapes"), DynamoType("ring")]
            protected sealed partial class {|DTK0051:Ring|} : Shape;

            [DynamoTable("shapes"), DynamoType("line")]
            internal sealed partial class Line : Shape;
        }
        """);

    [Fact]
    public Task TypeOfAFamily_InsideItsBase_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("shapes"), PartitionKey("{Id}")]
        public abstract partial class Shape
        {
            public string Id { get; set; } = "";

            [DynamoTable("shapes"), DynamoType("circle")]
            private sealed partial class Circle : Shape;
        }
        """);
}
