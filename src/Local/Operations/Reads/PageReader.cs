using System.Text.Json;
using DynamoToolkit.Local.Capacity;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Storage;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Reads;

/// <summary>Reads one page of a source and writes the response.</summary>
internal static class PageReader
{
    // A page ends with the item that brings it to this size, even if the filter excludes that item.
    private const int PageBytes = 1024 * 1024;

    /// <summary>Reads a page and writes it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="request">What to read.</param>
    /// <param name="source">Where to read it.</param>
    /// <param name="cursor">The entries from the beginning of the page.</param>
    /// <param name="isOnlyPage">Whether no other page can follow, so that the response needs no token.</param>
    public static void Run(
        OperationContext context, ReadRequest request, ReadSource source, TreeCursor<MapValue> cursor, bool isOnlyPage = false)
    {
        var items = new List<MapValue>();
        long scanned = 0, count = 0, bytes = 0, capacityBytes = 0;
        double fetchUnits = 0;
        MapValue? last = null;
        var full = false;
        while (!full && cursor.MoveNext())
        {
            var item = cursor.Value;
            scanned++;
            last = item;
            var size = source.EntrySize(item);
            capacityBytes += size;
            bytes += source.FetchesItems ? item.ItemSize : size;
            if (source.FetchesItems)
                fetchUnits += Units.Read(item.ItemSize, request.Consistent);

            full = scanned == request.Limit || bytes >= PageBytes;
            var entry = source.Entry(item);
            if (request.Filter?.Holds(entry) == false)
                continue;

            count++;
            if (!request.CountOnly)
                items.Add(request.Projection?.Apply(entry) ?? entry);
        }

        AddCapacity(request, source, Units.Read(capacityBytes, request.Consistent), fetchUnits);
        Write(context.Json, request, source, items, count, scanned, full && !isOnlyPage ? last : null);
    }

    private static void AddCapacity(ReadRequest request, ReadSource source, double units, double fetchUnits)
    {
        if (!request.Capacity.IsWanted)
            return;

        var capacity = request.Capacity.For(source.Table.Schema.Name);
        if (source.Index is null)
        {
            capacity.AddTable(units);
            return;
        }

        capacity.AddIndex(source.Index, units);
        capacity.AddTable(fetchUnits);
    }

    private static void Write(
        Utf8JsonWriter json, ReadRequest request, ReadSource source, List<MapValue> items, long count, long scanned, MapValue? last)
    {
        json.WriteStartObject();
        if (!request.CountOnly)
        {
            json.WriteStartArray("Items");
            foreach (var item in items)
                ValueWriter.WriteMap(json, item);
            json.WriteEndArray();
        }

        json.WriteNumber("Count", count);
        json.WriteNumber("ScannedCount", scanned);
        if (last is not null)
            ValueWriter.WriteMap(json, "LastEvaluatedKey", KeyRules.KeyOf(source.TokenElements, last));
        request.Capacity.WriteOne(json);
        json.WriteEndObject();
    }
}
