using System.Text;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Storage;

/// <summary>What the service demands of keys, in items and by themselves.</summary>
internal static class KeyRules
{
    private const int MostHashBytes = 2048;
    private const int MostRangeBytes = 1024;

    /// <summary>The key attributes of an item, alone.</summary>
    public static MapValue KeyOf(KeySchema keys, MapValue item) => KeyOf(keys.Elements, item);

    /// <summary>Some attributes of an item, alone.</summary>
    public static MapValue KeyOf(IEnumerable<KeyElement> elements, MapValue item)
    {
        var members = new Dictionary<string, Value>();
        foreach (var element in elements)
            members[element.Name] = item.Get(element.Name)!;
        return new MapValue(members);
    }

    /// <summary>Checks a key that a request names an item by.</summary>
    public static void CheckKey(KeySchema keys, MapValue key)
    {
        if (key.Members.Count != keys.Elements.Length)
            throw Mismatch();

        foreach (var element in keys.Elements)
            CheckKeyPart(element, key);
    }

    /// <summary>Checks one attribute of a key that a request names an item by.</summary>
    public static void CheckKeyPart(KeyElement element, MapValue key)
    {
        if (!key.TryGet(element.Name, out var value) || value.Kind != element.Kind)
            throw Mismatch();
        if (EmptyWord(value) is { } word)
            throw DynamoError.Validation($"One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty {word} value. Key: {element.Name}");
        CheckSize(element, value);
    }

    /// <summary>Checks that an item can be put in a table: its key, and what its indexes would take as keys.</summary>
    public static void CheckItem(TableSchema schema, MapValue item)
    {
        foreach (var element in schema.Keys.Elements)
        {
            if (!item.TryGet(element.Name, out var value))
                throw DynamoError.InvalidParameter($"Missing the key {element.Name} in the item");
            if (value.Kind != element.Kind)
                throw DynamoError.InvalidParameter($"Type mismatch for key {element.Name} expected: {element.Kind.Name()} actual: {value.Kind.Name()}");
            if (EmptyWord(value) is { } word)
                throw DynamoError.Validation($"One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty {word} value. Key: {element.Name}");
            CheckSize(element, value);
        }

        CheckIndexKeys(schema, item);
    }

    /// <summary>Checks the attributes of an item that its indexes would take as keys.</summary>
    public static void CheckIndexKeys(TableSchema schema, MapValue item)
    {
        foreach (var index in schema.Indexes)
        {
            foreach (var element in index.Keys.Elements)
            {
                if (!item.TryGet(element.Name, out var value) || schema.Keys.Has(element.Name))
                    continue;
                if (value.Kind != element.Kind)
                    throw DynamoError.InvalidParameter($"Type mismatch for Index Key {element.Name} Expected: {element.Kind.Name()} Actual: {value.Kind.Name()} IndexName: {index.Name}");
                if (EmptyWord(value) is { } word)
                    throw DynamoError.Validation($"One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty {word} value. IndexName: {index.Name}, IndexKey: {element.Name}");
                CheckSize(element, value);
            }
        }
    }

    private static string? EmptyWord(Value value) => value switch
    {
        StringValue { Text.Length: 0 } => "string",
        BinaryValue { Bytes.Length: 0 } => "binary",
        _ => null,
    };

    private static void CheckSize(KeyElement element, Value value)
    {
        var size = value switch
        {
            StringValue text => Encoding.UTF8.GetByteCount(text.Text),
            BinaryValue binary => binary.Bytes.Length,
            _ => 0,
        };
        if (element.IsHash && size > MostHashBytes)
            throw DynamoError.InvalidParameter($"Size of hashkey has exceeded the maximum size limit of{MostHashBytes} bytes");
        if (!element.IsHash && size > MostRangeBytes)
            throw DynamoError.InvalidParameter($"Aggregated size of all range keys has exceeded the size limit of {MostRangeBytes} bytes");
    }

    private static DynamoError Mismatch() => DynamoError.Validation("The provided key element does not match the schema");
}
