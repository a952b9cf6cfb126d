using DynamoToolkit.Shared.Schema;

namespace DynamoToolkit.Analyzers.Tests.Schema;

/// <summary>The lines of a baseline for models.</summary>
public sealed class SchemaFactsTests
{
    [Fact]
    public void Item_HasALineForEachFact() => Assert.Equal(
        """
        enum Shop.Status: name Open
        enum Shop.Status: name done
        enum Shop.Status: name finished = alias
        item Shop.Order: attribute "has space" = N long, optional
        item Shop.Order: attribute customer = S, required
        item Shop.Order: attribute expiresAt = N seconds, optional
        item Shop.Order: attribute id = S Guid, key
        item Shop.Order: attribute lines = list of map Shop.Line, default
        item Shop.Order: attribute status = S enum Shop.Status, required
        item Shop.Order: attribute tags = set of S, default
        item Shop.Order: attribute totals = dictionary by int of N decimal, default
        item Shop.Order: index byCustomer = partition "CUST#{customer}", sort status
        item Shop.Order: index byExpiry = sort expiresAt
        item Shop.Order: partition key = "ORDER#{id:Guid}"
        item Shop.Order: sort key = "ME{{TA\""
        item Shop.Order: table = shop
        map Shop.Line: attribute price = N decimal, required
        table shop: global index byCustomer = partition byCustomer_pk S, sort status S, projects keys
        table shop: key = partition pk S, sort sk S
        table shop: local index byExpiry = sort expiresAt N, projects all
        table shop: time to live = expiresAt

        """,
        SchemaRule.Lines(
            """
            namespace Shop;

            public enum Status { Open, [DynamoEnumName("done", Aliases = ["finished"])] Done }

            [DynamoMap]
            public sealed partial class Line
            {
                public decimal Price { get; set; }
            }

            [DynamoTable("shop"), PartitionKey("ORDER#{Id}"), SortKey("ME{{TA\"")]
            [GlobalIndex("byCustomer", "CUST#{Customer}", "Status", Projection = IndexProjection.KeysOnly)]
            [LocalIndex("byExpiry", "ExpiresAt")]
            public sealed partial class Order
            {
                public Guid Id { get; set; }
                public required string Customer { get; set; }
                public Status Status { get; set; }
                public List<Line> Lines { get; set; } = [];
                public HashSet<string> Tags { get; set; } = [];
                public Dictionary<int, decimal> Totals { get; set; } = [];
                [DynamoAttribute("has space")] public long? Odd { get; set; }
                [TimeToLive] public DateTimeOffset? ExpiresAt { get; set; }
            }
            """));

    [Fact]
    public void Patterns_HaveLines() => Assert.Equal(
        """
        item Card: attribute cardId = S, default
        item Card: attribute number = S, key
        item Card: attribute owner = S, key
        item Card: discriminator = kind "card"
        item Card: flattened Place with "at_"
        item Card: partition key = "{owner}"
        item Card: shards = 8 also 4 by number
        item Card: sort key = number
        item Card: table = payments
        map Place: attribute street = S, optional
        table payments: key = partition pk S, sort number S

        """,
        SchemaRule.Lines(
            """
            [DynamoMap]
            public sealed partial class Place
            {
                public string? Street { get; set; }
            }

            [DynamoTable("payments"), PartitionKey("{Owner}"), SortKey("{Number}"), WriteSharded(8, Also = 4, By = nameof(Number))]
            public abstract partial class Payment
            {
                public string Owner { get; set; } = "";
                public string Number { get; set; } = "";
            }

            [DynamoTable("payments"), DynamoType("card", AttributeName = "kind")]
            public sealed partial class Card : Payment
            {
                public string CardId { get; set; } = "";
                [DynamoFlatten(Prefix = "at_")] public Place? At { get; set; }
            }
            """));

    [Fact]
    public void Declarations_InAnyOrder_MakeTheSameBytes()
    {
        string[] sources =
        [
            """
            [DynamoTable("things"), PartitionKey("A#{Id}"), SortKey("S")]
            public sealed partial class A
            {
                public string Id { get; set; } = "";
                public int X { get; set; }
            }
            """,
            """
            [DynamoTable("things"), PartitionKey("B#{Id}"), SortKey("S")]
            public sealed partial class B
            {
                public DayOfWeek Day { get; set; }
                public string Id { get; set; } = "";
            }
            """,
            """
            [DynamoTable("users"), PartitionKey("C#{Id}")]
            public sealed partial class C
            {
                public string Id { get; set; } = "";
            }
            """,
        ];
        var text = SchemaUpdate.Update(SchemaRule.ModelOf(sources), "", acknowledges: false);
        Assert.Equal(text, SchemaUpdate.Update(SchemaRule.ModelOf(sources.Reverse()), "", acknowledges: false));
        Assert.Equal(text, SchemaUpdate.Update(SchemaRule.ModelOf(sources), text, acknowledges: false));
        Assert.Contains("enum System.DayOfWeek: name Wednesday\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void View_AndAbstractType_HaveNone()
    {
        var lines = SchemaRule.Lines(
            """
            [DynamoTable("things"), PartitionKey("A#{Id}")]
            public sealed partial class A
            {
                public string Id { get; set; } = "";
            }

            [DynamoTable("things"), PartitionKey("A#{Id}"), ViewOf(typeof(A))]
            public sealed partial class AName
            {
                public string Id { get; set; } = "";
            }
            """);
        Assert.Contains("item A: table = things", lines, StringComparison.Ordinal);
        Assert.DoesNotContain("AName", lines, StringComparison.Ordinal);
    }
}
