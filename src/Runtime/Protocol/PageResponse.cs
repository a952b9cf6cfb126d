using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>
/// Reads the response to a query or a scan: the members around the items once, and each item in place when it is requested.
/// </summary>
internal sealed class PageResponse : IDisposable
{
    private readonly WireBuffer startKey = WireBuffer.Rent(256);
    private WireBuffer? response;
    private int position;
    private bool isInItems;
    private bool hasCapacity;

    /// <summary>Where the current item begins.</summary>
    public int ItemStart { get; private set; }

    /// <summary>The key after which the next page begins; empty if there is none.</summary>
    public WireBuffer NextKey => startKey;

    /// <summary>The number of items in the page. It is known once the members after the items have been read.</summary>
    public long Count { get; private set; }

    public long ScannedCount { get; private set; }

    public ConsumedCapacity? Capacity { get; private set; }

    /// <summary>Whether the page has unread items.</summary>
    public bool IsInItems => isInItems;

    /// <summary>Disposes the current page, if there is one, and starts reading the next one.</summary>
    /// <param name="page">The response.</param>
    /// <param name="findsCapacity">
    /// Whether to find the consumed capacity before reading the items. The response may have it after them.
    /// </param>
    public void Open(WireBuffer page, bool findsCapacity)
    {
        Close();
        response = page;
        startKey.Clear();
        position = 0;
        Count = 0;
        ScannedCount = 0;
        isInItems = false;
        Capacity = findsCapacity ? CapacityReader.Find(page.WrittenSpan) : null;
        hasCapacity = Capacity is not null;
        ReadEnvelope();
    }

    /// <summary>Disposes the page.</summary>
    public void Close()
    {
        response?.Dispose();
        response = null;
    }

    /// <summary>Moves to the page's next item.</summary>
    public bool NextItem()
    {
        if (!isInItems)
            return false;

        var cursor = Cursor();
        if (cursor.NextElement())
        {
            position = ItemStart = cursor.Position;
            return true;
        }

        isInItems = false;
        position = cursor.Position;
        ReadEnvelope();
        return false;
    }

    /// <summary>Returns a cursor before the current item.</summary>
    public JsonCursor Cursor() => new(response!.WrittenSpan, position);

    /// <summary>Returns a cursor before an item that has been read.</summary>
    public JsonCursor CursorAt(int itemStart) => new(response!.WrittenSpan, itemStart);

    /// <summary>Marks the current item as read.</summary>
    public void Advance(in JsonCursor cursor) => position = cursor.Position;

    /// <summary>Skips the current item.</summary>
    public void SkipItem()
    {
        var cursor = Cursor();
        cursor.Skip();
        Advance(cursor);
    }

    /// <summary>Skips the rest of the page's items, and reads the members after them.</summary>
    public void ReadToEnd()
    {
        while (NextItem())
            SkipItem();
    }

    public void Dispose()
    {
        Close();
        startKey.Dispose();
    }

    /// <summary>Reads the members from the current position up to the items, or to the end.</summary>
    private void ReadEnvelope()
    {
        var cursor = Cursor();
        while (cursor.NextMember(out var name))
        {
            if (cursor.TryReadNull())
                continue;

            if (name.SequenceEqual("Items"u8))
            {
                isInItems = true;
                break;
            }

            if (name.SequenceEqual("LastEvaluatedKey"u8))
                startKey.Write(cursor.ReadRaw());
            else if (name.SequenceEqual("Count"u8))
                Count = cursor.ReadInt64();
            else if (name.SequenceEqual("ScannedCount"u8))
                ScannedCount = cursor.ReadInt64();
            else if (name.SequenceEqual("ConsumedCapacity"u8) && !hasCapacity)
                Capacity = CapacityReader.Read(ref cursor);
            else
                cursor.Skip();
        }

        position = cursor.Position;
    }
}
