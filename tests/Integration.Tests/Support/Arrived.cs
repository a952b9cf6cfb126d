using DynamoToolkit.Wire;

namespace DynamoToolkit.Integration.Tests.Support;

/// <summary>A smaller type of runs that keeps the names of all attributes that came, in order: to see what was asked for.</summary>
public sealed record Arrived(string Names) : IDynamoMap<Arrived>
{
    static IReadOnlyList<string> IDynamoMap<Arrived>.AttributeNames => ["runId", "status"];

    static void IDynamoMap<Arrived>.WriteMap(ref ItemWriter writer, in Arrived item) => throw new NotSupportedException("It is only read.");

    static Arrived IDynamoMap<Arrived>.ReadMap(ref ItemReader reader)
    {
        List<string> names = [];
        reader.BeginMap();
        while (reader.ReadName(out var name))
        {
            names.Add(System.Text.Encoding.UTF8.GetString(name));
            reader.SkipValue();
        }

        return new Arrived(string.Join(' ', names.Order(StringComparer.Ordinal)));
    }
}
