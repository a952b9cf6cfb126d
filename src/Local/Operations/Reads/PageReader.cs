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
    /// <param name="partition">The values of the partition key that a query reads; null for a scan.</param>
    /// <param name="isOnlyPage">Whether no other page can follow, so that the response needs no token.</param>
    public static void Run(
        OperationContext context,
        ReadRequest request,
        ReadSource source,
        ItemCursor cursor,
        Value[]? partition = null,
        bool isOnlyPage = false)
    {
        var page = Read(context, request, source, cursor, partition);
        Write(context.Json, request, source, isOnlyPage ? page with { Last = null } : page);
    }

    /// <summary>Reads a page, and adds what it consumes to the request's capacity.</summary>
    public static Page Read(
        OperationContext context, ReadRequest request, ReadSource source, ItemCursor cursor, Value[]? partition)
    {
        var charges = context.Heat is null ? null : new PageCharges(source, request.Consistent, partition);
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
            charges?.Add(item);
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

        if (charges is not null)
            context.Heat!.Read(source.Table.Schema, charges.ToArray());
        AddCapacity(request, source, Units.Read(capacityBytes, request.Consistent), fetchUnits);
        return new Page(items, count, scanned, full ? last : null);
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

    private static void Write(Utf8JsonWriter json, ReadRequest request, ReadSource source, Page page)
    {
        json.WriteStartObject();
        if (!request.CountOnly)
            ValueWriter.WriteList(json, "Items", page.Items);

        json.WriteNumber("Count", page.Count);
        json.WriteNumber("ScannedCount", page.Scanned);
        if (page.Last is not null)
            ValueWriter.WriteMap(json, "LastEvaluatedKey", KeyRules.KeyOf(source.TokenElements, page.Last));
        request.Capacity.WriteOne(json);
        json.WriteEndObject();
    }
}
