using DynamoToolkit.Shared.Schema;

namespace DynamoToolkit.Analyzers.Tests.Schema;

/// <summary>Names in C# are not stored, so new ones do no harm, and the lines about them move with their comments.</summary>
public sealed class SchemaRenamesTests
{
    private const string Model = """
        namespace Shop;

        public enum Unit { Metre, Foot }

        [DynamoMap]
        public sealed partial class Length { public double Value { get; set; } public Unit In { get; set; } }

        [DynamoMap]
        public sealed partial class Box { public Length? Width { get; set; } public Length? Height { get; set; } }

        [DynamoMap]
        public sealed partial class Node { public string? Name { get; set; } public List<Node>? Children { get; set; } }

        // Two maps with the same facts.
        [DynamoMap]
        public sealed partial class Buyer { public string? Name { get; set; } }

        [DynamoMap]
        public sealed partial class Seller { public string? Name { get; set; } }

        [DynamoTable("parcels"), PartitionKey("P#{Id}")]
        public sealed partial class Parcel
        {
            public required string Id { get; init; }
            public Box? Box { get; set; }
            public Node? Contents { get; set; }
            public Buyer? Buyer { get; set; }
            public Seller? Seller { get; set; }
        }
        """;

    [Theory]
    [InlineData("namespace Shop;", "namespace Store.Parcels;")]
    [InlineData("Length", "Extent")]
    [InlineData("Node", "Part")]
    [InlineData("Unit", "Measure")]
    public void NewName_OfTypesWithinTypes_IsFree(string old, string now) =>
        SchemaRule.Allows(Model, Model.Replace(old, now, StringComparison.Ordinal));

    [Fact]
    public Task AnotherMap_UnderAnotherName_IsAnotherType() => SchemaRule.ReportsAgainstAsync(
        SchemaRule.Record(Model).Replace(
            "map Shop.Length: attribute in = S enum Shop.Unit, required",
            "{|DTK4020:map Shop.Length: attribute in = S enum Shop.Unit, required|}",
            StringComparison.Ordinal),
        Model.Replace("class Length { public double Value", "class {|DTK4020:Extent|} { public string? Value", StringComparison.Ordinal)
            .Replace("Length? Width", "Extent? {|DTK4009:Width|}", StringComparison.Ordinal)
            .Replace("Length? Height", "Extent? {|DTK4009:Height|}", StringComparison.Ordinal));

    [Fact]
    public void Comments_AboveLinesOfARenamedType_StayWithThem()
    {
        const string Comment = "# metres, since 2024\n";
        const string Line = "map Shop.Length: attribute value = N double, required\n";
        var baseline = SchemaRule.Record(Model);
        Assert.Contains(Line, baseline, StringComparison.Ordinal);
        baseline = baseline.Replace(Line, Comment + Line, StringComparison.Ordinal);
        var updated = SchemaUpdate.Update(
            SchemaRule.ModelOf(Model.Replace("Length", "Extent", StringComparison.Ordinal)), baseline, acknowledges: false);
        Assert.Contains(Comment + Line.Replace("Length", "Extent", StringComparison.Ordinal), updated, StringComparison.Ordinal);
        Assert.DoesNotContain("Length", updated, StringComparison.Ordinal);
    }
}
