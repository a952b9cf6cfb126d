using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Storage;

/// <summary>Walks over items, in the order of a table or of an index.</summary>
internal sealed class ItemCursor
{
    private readonly TreeCursor<byte[], ItemBlock>? items;
    private readonly TreeCursor<IndexEntry, IndexEntry>? entries;

    public ItemCursor(TreeCursor<byte[], ItemBlock> items) => this.items = items;

    public ItemCursor(TreeCursor<IndexEntry, IndexEntry> entries) => this.entries = entries;

    /// <summary>The current item. Valid only after <see cref="MoveNext"/> has returned true.</summary>
    public MapValue Value => ItemBlock.Read(items?.Value ?? entries!.Value.Block);

    /// <summary>Moves to the next item. Returns false at the end of the range.</summary>
    public bool MoveNext() => items?.MoveNext() ?? entries!.MoveNext();
}
