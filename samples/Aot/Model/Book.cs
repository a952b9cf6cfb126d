using DynamoToolkit;

namespace AotShop.Model;

/// <summary>A book of the shop: alone in its item, found by its author in one index, by what it is in another.</summary>
[DynamoTable("shop")]
[PartitionKey("BOOK#{Isbn}"), SortKey("BOOK")]
[GlobalIndex("byAuthor", "AUTHOR#{Author}", "{Published}")]
[GlobalIndex("byFormat", [nameof(Format), nameof(Language)], [nameof(Genre), nameof(Published)])]
public sealed partial class Book
{
    public required string Isbn { get; init; }

    public required string Author { get; init; }

    public required string Title { get; set; }

    public DateOnly Published { get; init; }

    public decimal Price { get; set; }

    public int Stock { get; set; }

    public string? Shelf { get; set; }

    public Format Format { get; init; }

    public string Language { get; init; } = "en";

    public string Genre { get; init; } = "novel";

    public HashSet<string> Subjects { get; set; } = [];

    public List<string> Awards { get; set; } = [];

    public Dictionary<string, int> PagesByEdition { get; set; } = [];

    public Publisher? Publisher { get; set; }

    public List<Publisher> Reprints { get; set; } = [];

    public byte[]? Cover { get; set; }

    public bool Signed { get; set; }

    public double? Weight { get; set; }

    public Dictionary<int, List<int>> SalesByYear { get; set; } = [];
}
