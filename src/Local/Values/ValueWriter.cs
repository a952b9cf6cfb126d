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
}
