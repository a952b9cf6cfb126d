using DynamoToolkit.Local.Requests;

namespace DynamoToolkit.Local.Operations.Tables;

/// <summary>Reads tags.</summary>
internal static class TagReader
{
    /// <summary>Reads <c>Tags</c>; empty if they are absent.</summary>
    public static Dictionary<string, string> Read(Fields fields)
    {
        var tags = new Dictionary<string, string>();
        var constraints = new Constraints();
        var number = 0;
        foreach (var tag in fields.Structures("Tags"))
        {
            var path = $"tags.{++number}.member";
            var key = tag.Text("Key");
            var value = tag.Text("Value");
            constraints.NotNull($"{path}.key", key is not null);
            constraints.NotNull($"{path}.value", value is not null);
            constraints.Length($"{path}.key", key, 1, 128);
            constraints.Length($"{path}.value", value, 0, 256);
            if (key is not null && value is not null)
                tags[key] = value;
        }

        constraints.ThrowIfAny();
        return tags;
    }
}
