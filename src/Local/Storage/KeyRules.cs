using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Storage;

/// <summary>The service's rules for keys, in items and on their own.</summary>
internal static class KeyRules
{
    /// <summary>The given key attributes of an item.</summary>
    public static MapValue KeyOf(IEnumerable<KeyElement> elements, MapValue item) =>
        item.Only(elements.Select(static element => element.Name));

    /// <summary>Checks a key by which a request identifies an item.</summary>
    public static void CheckKey(KeySchema keys, MapValue key)
    {
        if (key.Count != keys.Elements.Length)
            throw Mismatch();

        foreach (var element in keys.Elements)
            CheckKeyPart(element, key);
    }

    /// <summary>The key by which a request identifies an item, as the table stores it; null if <see cref="CheckKey"/> objects.</summary>
    public static byte[]? TryEncodeKey(KeySchema keys, MapValue key) =>
        key.Count == keys.Elements.Length ? KeyEncoder.TryTableKey(keys, key) : null;

    /// <summary>Checks one attribute of a key by which a request identifies an item.</summary>
    public static void CheckKeyPart(KeyElement element, MapValue key)
    {
        if (!key.TryGet(element.Name, out var value) || value.Kind != element.Kind)
            throw Mismatch();

        CheckKeyValue(element, value);
    }

    /// <summary>Refuses an empty or too long string or binary in its place of a key.</summary>
    public static void CheckKeyValue(KeyElement element, Value value)
    {
        if (EmptyWord(value) is { } word)
        {
            throw DynamoError.EmptyKey(
                $"The AttributeValue for a key attribute cannot contain an empty {word} value. Key: {element.Name}");
        }

        CheckSize(element, value);
    }

    /// <summary>Checks that a table can hold an item: the item's key, and the attributes that its indexes read.</summary>
    public static void CheckItem(TableSchema schema, MapValue item)
    {
        foreach (var element in schema.Keys.Elements)
        {
            if (!item.TryGet(element.Name, out var value))
                throw DynamoError.InvalidParameter($"Missing the key {element.Name} in the item");
            if (value.Kind != element.Kind)
            {
                throw DynamoError.InvalidParameter(
                    $"Type mismatch for key {element.Name} expected: {element.Kind.Name()} actual: {value.Kind.Name()}");
            }

            CheckKeyValue(element, value);
        }

        CheckIndexed(schema, item);
    }

    /// <summary>Checks the attributes of an item that the table's indexes read.</summary>
    public static void CheckIndexed(TableSchema schema, MapValue item)
    {
        CheckIndexKeys(schema, item);
        VectorRules.CheckItem(schema, item);
    }

    /// <summary>Checks the attributes of an item that are keys of indexes.</summary>
    public static void CheckIndexKeys(TableSchema schema, MapValue item)
    {
        foreach (var index in schema.Indexes)
        {
            foreach (var element in index.Keys.Elements)
            {
                if (!item.TryGet(element.Name, out var value))
                    continue;

                if (schema.Keys.Has(element.Name))
                {
                    // It has been checked as a key of the table, whose partition key may be longer than the sort key of an index.
                    CheckSize(element, value);
                    continue;
                }

                CheckIndexKeyType(index, element, value);
                if (EmptyWord(value) is { } word)
                    throw EmptyIndexKey(index.Name, element.Name, word);

                CheckSize(element, value);
            }
        }
    }

    /// <summary>Checks the type of an attribute that is part of an index's key.</summary>
    public static void CheckIndexKeyType(IndexSchema index, KeyElement element, Value value)
    {
        if (value.Kind != element.Kind)
        {
            throw DynamoError.InvalidParameter(
                $"Type mismatch for Index Key {element.Name} Expected: {element.Kind.Name()} Actual: {value.Kind.Name()} "
                + $"IndexName: {index.Name}");
        }
    }

    /// <summary>What an empty string or binary is called; null for any other value.</summary>
    public static string? EmptyWord(Value value) => value switch
    {
        StringValue { Text.Length: 0 } => "string",
        BinaryValue { Bytes.Length: 0 } => "binary",
        _ => null,
    };

    /// <summary>The error of an item whose attribute is empty and a key of an index.</summary>
    public static DynamoError EmptyIndexKey(string index, string attribute, string word) => DynamoError.EmptyKey(
        "A value specified for a secondary index key is not supported. "
        + $"The AttributeValue for a key attribute cannot contain an empty {word} value. IndexName: {index}, IndexKey: {attribute}");

    private static void CheckSize(KeyElement element, Value value)
    {
        var size = value is StringValue or BinaryValue ? value.Size : 0;
        if (size <= element.MaxBytes)
            return;

        throw DynamoError.InvalidParameter(element.IsHash
            ? $"Size of hashkey has exceeded the maximum size limit of{element.MaxBytes} bytes"
            : $"Aggregated size of all range keys has exceeded the size limit of {element.MaxBytes} bytes");
    }

    private static DynamoError Mismatch() => DynamoError.Validation("The provided key element does not match the schema");
}
