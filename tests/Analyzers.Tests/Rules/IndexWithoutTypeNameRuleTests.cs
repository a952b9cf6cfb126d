namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class IndexWithoutTypeNameRuleTests
{
    [Fact]
    public Task Index_OfKeysOnly_IsReportedForEachTypeOfTheFamily() => Rule.ReportsAsync(Family(
        """GlobalIndex("by-owner", "{Owner}", Projection = IndexProjection.KeysOnly)""", "{|DTK1031:Shape|}", "{|DTK1031:Box|}"));

    [Theory]
    [InlineData("""GlobalIndex("by-owner", "{Owner}")""")]
    [InlineData("""GlobalIndex("by-owner", "{Owner}", Include = ["Size"])""")]
    public Task Index_ThatHoldsTheName_IsAllowed(string index) => Rule.AllowsAsync(Family(index, "Shape", "Box"));

    [Fact]
    public Task Index_OfATypeWithoutFamily_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("table-t"), PartitionKey("A#{Id}"), GlobalIndex("by-id", "{Id}", Projection = IndexProjection.KeysOnly)]
        public sealed partial class A { public required string Id { get; init; } }
        """);

    private static string Family(string index, string shape, string box) =>
        $$"""
        [DynamoTable("table-t"), PartitionKey("A#{Id}"), {{index}}]
        public abstract partial class {{shape}}
        {
            public required string Id { get; init; }
            public required string Owner { get; init; }
            public int Size { get; init; }
        }

        [DynamoTable("table-t"), DynamoType("box")]
        public sealed partial class {{box}} : Shape;
        """;
}
