using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Expressions.Paths;

namespace DynamoToolkit.Local.Requests.Legacy;

/// <summary>The older <c>AttributesToGet</c>, read as the projection that an expression becomes.</summary>
internal static class AttributesToGet
{
    /// <summary>Checks the length of the list.</summary>
    public static void Check(Fields fields, Constraints constraints, string path) =>
        constraints.Length(path, fields.List("AttributesToGet")?.GetArrayLength(), "[]", 1, 255);

    /// <summary>Reads the projection; null if the parameter is absent.</summary>
    public static Projection? Read(Fields fields)
    {
        if (fields.Texts("AttributesToGet") is not { } names)
            return null;

        var seen = new HashSet<string>();
        foreach (var name in names)
        {
            if (!seen.Add(AttributeNames.Check(name)))
                throw DynamoError.InvalidParameter($"Duplicate value in attribute name: {name}");
        }

        return Projection.Of(names);
    }
}
