using System.Text.Json;
using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Requests;

/// <summary>Reads sets. Refuses empty sets and duplicates.</summary>
internal static class SetReader
{
    /// <summary>Reads a set of the given type.</summary>
    public static SetValue Read(ValueKind kind, JsonElement content)
    {
        Fields.ThrowUnlessArray(content);
        var elements = new Value[content.GetArrayLength()];
        var i = 0;
        foreach (var element in content.EnumerateArray())
            elements[i++] = ReadElement(kind, element);

        if (elements.Length == 0)
            throw Empty(kind);
        if (elements.Length > 1 && new HashSet<Value>(elements, ScalarComparer.Instance).Count < elements.Length)
            throw Duplicates(kind, elements);
        return new SetValue(kind, elements);
    }

    private static Value ReadElement(ValueKind kind, JsonElement element) => kind switch
    {
        ValueKind.SS => new StringValue(Fields.TextOf(element)),
        ValueKind.NS => new NumberValue(NumberText.Parse(Fields.TextOf(element))),
        _ => new BinaryValue(ValueReader.ReadBinary(element)),
    };

    private static DynamoError Empty(ValueKind kind) => DynamoError.InvalidParameter(kind switch
    {
        ValueKind.SS => "An string set  may not be empty",
        ValueKind.NS => "An number set  may not be empty",
        _ => "Binary sets should not be empty",
    });

    private static DynamoError Duplicates(ValueKind kind, Value[] elements) => kind switch
    {
        ValueKind.SS => DynamoError.InvalidParameter($"Input collection {List(elements)} contains duplicates."),
        ValueKind.NS => DynamoError.Validation("Input collection contains duplicates"),
        _ => DynamoError.InvalidParameter($"Input collection {List(elements)}of type BS contains duplicates."),
    };

    private static string List(Value[] elements) => $"[{string.Join(", ", elements.Select(ScalarText.Of))}]";
}
