using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Expressions;
using DynamoToolkit.Local.Requests;

namespace DynamoToolkit.Local.Operations.Reads;

/// <summary>The older way to say what to return: names of whole attributes.</summary>
internal static class AttributesToGet
{
    /// <summary>Checks the list's length.</summary>
    public static void Check(Fields fields, Constraints constraints, string path) =>
        constraints.Length(path, fields.List("AttributesToGet")?.GetArrayLength(), "[]", 1, 255);

    /// <summary>The projection; null when there is no list.</summary>
    public static Projection? Read(Fields fields)
    {
        if (fields.Texts("AttributesToGet") is not { } names)
            return null;

        var seen = new HashSet<string>();
        foreach (var name in names)
        {
            if (!seen.Add(name))
                throw DynamoError.InvalidParameter($"Duplicate value in attribute name: {name}");
        }

        return Projection.Of(names);
    }
}
