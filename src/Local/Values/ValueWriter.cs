using System.Text.Json;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Local.Values;

/// <summary>Puts items into responses.</summary>
internal static class ValueWriter
{
    /// <summary>Writes a property whose value is an item.</summary>
    public static void WriteMap(Utf8JsonWriter json, string property, MapValue map)
    {
        json.WritePropertyName(property);
        WriteMap(json, map);
    }

    /// <summary>Writes an item: an object of names and values. An item that has its bytes is copied.</summary>
    public static void WriteMap(Utf8JsonWriter json, MapValue map)
    {
        using var scratch = WireBuffer.Rent();
        json.WriteRawValue(map.ToWire(scratch), skipInputValidation: true);
    }

    /// <summary>Writes a property whose value is a list of items.</summary>
    // At once, because a writer that grows item by item copies a page of a megabyte several times.
    public static void WriteList(Utf8JsonWriter json, string property, IReadOnlyCollection<MapValue> maps)
    {
        json.WritePropertyName(property);
        using var list = WireBuffer.Rent(2 + maps.Sum(static map => map.WireLength + 1));
        WriteList(list, maps);
        json.WriteRawValue(list.WrittenSpan, skipInputValidation: true);
    }

    /// <summary>Writes a list of items.</summary>
    public static void WriteList(WireBuffer output, IEnumerable<MapValue> maps)
    {
        output.Write("["u8);
        var isFirst = true;
        foreach (var map in maps)
        {
            if (!isFirst)
                output.Write(","u8);
            map.WriteTo(output);
            isFirst = false;
        }

        output.Write("]"u8);
    }
}
