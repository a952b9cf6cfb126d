using System.Globalization;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Storage;

/// <summary>The service's rules for attributes that vector indexes read. A missing one only keeps the item out of the index.</summary>
internal static class VectorRules
{
    private const string Invalid = "One or more parameter values were invalid. ";

    /// <summary>Checks an item that is put.</summary>
    public static void CheckItem(TableSchema schema, MapValue item)
    {
        foreach (var index in schema.VectorIndexes)
            Check(index, item, before: null, isUpdate: false);
    }

    /// <summary>Checks what an update has changed. Older values that an index cannot hold stay as they are.</summary>
    public static void CheckUpdate(TableSchema schema, MapValue item, MapValue? before)
    {
        foreach (var index in schema.VectorIndexes)
            Check(index, item, before, isUpdate: true);
    }

    private static void Check(VectorIndexSchema index, MapValue item, MapValue? before, bool isUpdate)
    {
        if (Changed(index.VectorAttribute, item, before) is { } vector)
            CheckVector(index, vector);
        foreach (var element in index.SearchSchema)
        {
            if (Changed(element.Name, item, before) is { } value)
                CheckElement(index, element, value, isUpdate);
        }
    }

    private static Value? Changed(string attribute, MapValue item, MapValue? before)
    {
        var value = item.Get(attribute);
        return value is not null && before?.Get(attribute)?.SameAs(value) != true ? value : null;
    }

    private static void CheckVector(VectorIndexSchema index, Value value)
    {
        var name = index.VectorAttribute;
        if (value is not ListValue { Elements: var elements })
        {
            throw DynamoError.Validation(
                $"{Invalid}Invalid type for parameter {name}, Expected: 32-bit floating point number list IndexName: {index.Name}");
        }

        for (var i = 0; i < elements.Length; i++)
        {
            if (elements[i] is not NumberValue { Number: var number })
            {
                throw DynamoError.Validation(
                    $"{Invalid}Invalid type for parameter {name}[{i}], Expected: 32-bit floating point number, "
                    + $"Actual: {elements[i].Kind.Name()}. IndexName: {index.Name}");
            }

            if (!Vectors.TryRead(elements[i], out _))
            {
                throw DynamoError.Validation(
                    $"{Invalid}Invalid value for parameter {name}[{i}], Value: {Scientific(number)} is outside valid range "
                    + $"[-3.4028235E38, 3.4028235E38]. IndexName: {index.Name}");
            }
        }

        if (elements.Length != index.Dimensions)
        {
            throw DynamoError.Validation(
                $"{Invalid}Invalid size for parameter {name}, Expected: {index.Dimensions}, Actual: {elements.Length} "
                + $"IndexName: {index.Name}");
        }
    }

    private static void CheckElement(VectorIndexSchema index, SearchElement element, Value value, bool isUpdate)
    {
        if (value.Kind != element.Kind)
        {
            throw DynamoError.Validation(
                $"{Invalid}Attribute '{element.Name}' type mismatch. Expected: {element.Kind.Name()}, Actual: {value.Kind.Name()}. "
                + $"IndexName: {index.Name}");
        }

        if (!element.IsHash || element.Accepts(value))
            return;

        if (KeyRules.EmptyWord(value) is not { } word)
        {
            throw DynamoError.InvalidParameter(
                $"Aggregate size for HASH key attributes exceeds the maximum of {element.AsKey.MaxBytes} bytes");
        }

        throw isUpdate
            ? DynamoError.EmptyKey(
                "The update expression attempted to update a secondary index key to a value that is not supported. "
                + $"The AttributeValue for a key attribute cannot contain an empty {word} value.")
            : KeyRules.EmptyIndexKey(index.Name, element.Name, word);
    }

    private static string Scientific(DynamoNumber number) =>
        double.Parse(number.ToString(), CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture);
}
