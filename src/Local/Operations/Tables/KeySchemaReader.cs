using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Schema;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Operations.Tables;

/// <summary>Reads keys and checks them against the declared attributes.</summary>
internal static class KeySchemaReader
{
    private const int MaxElementsPerKind = 4;

    /// <summary>Reads the declared attributes.</summary>
    public static List<(string Name, ValueKind Kind)> ReadAttributes(Fields fields)
    {
        var attributes = new List<(string Name, ValueKind Kind)>();
        foreach (var attribute in fields.Structures("AttributeDefinitions"))
        {
            ValueKinds.TryParse(attribute.Text("AttributeType"), out var kind);
            var name = attribute.Text("AttributeName")!;
            if (attributes.Exists(known => known.Name == name))
                throw DynamoError.Validation($"Attribute Name is duplicated: {name}");
            attributes.Add((name, kind));
        }

        return attributes;
    }

    /// <summary>Reads the key of a table or a local index: one hash element, then at most one range element.</summary>
    public static KeySchema ReadPlain(Fields fields, IReadOnlyList<(string Name, ValueKind Kind)> attributes)
    {
        var elements = fields.Structures("KeySchema");
        var names = CheckDefined(elements, attributes);
        if (names.Count > 1 && names[0] == names[1])
            throw DynamoError.Validation("Both the Hash Key and the Range Key element in the KeySchema have the same name");
        CheckFirst(elements);
        if (elements.Count > 1 && IsHash(elements[1]))
            throw DynamoError.Validation("Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
        return Make(elements, attributes);
    }

    /// <summary>Reads the key of a global index: one to four hash elements, then up to four range elements.</summary>
    public static KeySchema ReadGlobal(Fields fields, IReadOnlyList<(string Name, ValueKind Kind)> attributes)
    {
        var elements = fields.Structures("KeySchema");
        if (elements.Count <= 2 && !elements.TrueForAll(IsHash))
            return ReadPlain(fields, attributes);

        var names = CheckDefined(elements, attributes);
        if (names.Distinct().Count() < names.Count)
            throw DynamoError.Validation("The KeySchema contains multiple key attributes with the same name");
        CheckFirst(elements);
        var hashes = elements.Count(IsHash);
        if (elements.Skip(hashes).Any(IsHash))
            throw DynamoError.InvalidParameter("All HASH key attributes must precede RANGE key attributes in the KeySchema");
        if (hashes > MaxElementsPerKind)
            throw TooMany("HASH");
        if (elements.Count - hashes > MaxElementsPerKind)
            throw TooMany("RANGE");

        return Make(elements, attributes);
    }

    private static DynamoError TooMany(string keyType) =>
        DynamoError.InvalidParameter($"The KeySchema exceeds the maximum allowed number of {keyType} key attributes");

    private static bool IsHash(Fields element) => element.Text("KeyType") == "HASH";

    private static void CheckFirst(List<Fields> elements)
    {
        if (!IsHash(elements[0]))
            throw DynamoError.Validation("Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
    }

    private static List<string> CheckDefined(List<Fields> elements, IReadOnlyList<(string Name, ValueKind Kind)> attributes)
    {
        List<string> names = [.. elements.Select(static element => element.Text("AttributeName")!)];
        return names.TrueForAll(name => attributes.Any(attribute => attribute.Name == name))
            ? names
            : throw DynamoError.InvalidParameter(
                $"Some index key attributes are not defined in AttributeDefinitions. Keys: [{string.Join(", ", names)}], "
                + $"AttributeDefinitions: [{string.Join(", ", attributes.Select(static attribute => attribute.Name))}]");
    }

    private static KeySchema Make(List<Fields> elements, IReadOnlyList<(string Name, ValueKind Kind)> attributes) => new(
        elements.Select(element =>
        {
            var name = element.Text("AttributeName")!;
            return new KeyElement(name, attributes.First(attribute => attribute.Name == name).Kind, IsHash(element));
        }));
}
