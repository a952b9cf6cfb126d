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
        if (map.IsWire)
        {
            json.WriteRawValue(map.Wire, skipInputValidation: true);
            return;
        }

        using var wire = WireBuffer.Rent();
        WireWriter.WriteMap(wire, map);
        json.WriteRawValue(wire.WrittenSpan, skipInputValidation: true);
    }
}
