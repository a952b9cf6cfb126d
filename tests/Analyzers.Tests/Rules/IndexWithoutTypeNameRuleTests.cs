namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class IndexWithoutTypeNameRuleTests
{
    [Fact]
    public Task Index_OfKeysOnly_IsReportedOnce() => Rule.ReportsAsync(Family(
        """{|DTK1031:GlobalIndex("by-owner", "{Owner}", Projection = IndexProjection.KeysOnly)|}"""));

    [Theory]
    [InlineData("""GlobalIndex("by-owner", "{Owner}")""")]
    [InlineData("""GlobalIndex("by-owner", "{Owner}", Include = ["Size"])""")]
    public Task Index_ThatHoldsTheName_IsAllowed(string index) => Rule.AllowsAsync(Family(index));

    [Fact]
    public Task Index_OfATypeWithoutFamily_IsAllowed() => Rule.AllowsAsync(
        """
        [DynamoTable("table-t"), PartitionKey("A#{Id}"), GlobalIndex("by-id", "{Id}", Projection = IndexProjection.KeysOnly)]
        public sealed partial class A { public required string Id { get; init; } }
        """);

    private static string Family(string index) =>
        $$"""
        [DynamoTable("table-t"), PartitionKey("A#{Id}"), {{index}}]
        public abstract partial class Shape
        {
            public required string Id { get; init; }
            public required string Owner { get; init; }
            public int Size { get; init; }
        }

        [DynamoTable("table-t"), DynamoType("box")]
        public sealed partial class Box : Shape;
        """;
}
