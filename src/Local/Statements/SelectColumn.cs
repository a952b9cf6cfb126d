using DynamoToolkit.Local.Expressions.Paths;
using DynamoToolkit.Local.Values;

namespace DynamoToolkit.Local.Statements;

/// <summary>One column of a SELECT: a path, and the name under which its value is returned.</summary>
internal sealed record SelectColumn(DocumentPath Path, string Name)
{
    /// <summary>The values of the columns that an item has.</summary>
    public static MapValue Pick(IEnumerable<SelectColumn> columns, MapValue item)
    {
        var picked = new Dictionary<string, Value>();
        foreach (var (path, name) in columns)
        {
            if (path.Find(item) is { } value)
                picked[name] = value;
        }

        return new MapValue(picked);
    }
}
