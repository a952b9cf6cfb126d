using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DynamoToolkit.Wire;
using FsCheck;
using FsCheck.Fluent;

namespace DynamoToolkit.ItemKit;

/// <summary>Attributes that no member reads: of each type, under names that no member has.</summary>
internal static class AnyExtra
{
    private static readonly string[] Values =
    [
        """{"S":"\u0000\u00e9\ud834\udd1e"}""", """{"S":""}""", """{"N":"-1.25"}""", """{"B":"AQI="}""", """{"BOOL":true}""",
        """{"NULL":true}""", """{"SS":["a"]}""", """{"NS":["1"]}""",
        """{"BS":["AQ=="]}""", """{"L":[{"L":[]},{"M":{}}]}""", """{"M":{"a\"b":{"S":"c"},"d":{"NULL":true}}}""",
    ];

    public static Gen<ExtraAttributes> Attributes { get; } =
        Any.Text.Resize(4).Zip(Gen.Elements(Values)).NonEmptyListOf().Resize(3)
            .Select(static pairs => Extra(pairs.DistinctBy(static pair => pair.Item1)));

    /// <summary>The attributes, by name. What JSON writes in several ways is one value here.</summary>
    public static Dictionary<string, JsonNode?> Parts(ExtraAttributes extra) => extra.Names.ToDictionary(
        static name => name,
        name => extra.TryGet<string, Raw>(name, out var json)
            ? JsonNode.Parse(json!)
            : throw new InvalidOperationException($"'{name}' is a name and is not found."));

    private static ExtraAttributes Extra(IEnumerable<(string Name, string Value)> pairs)
    {
        var extra = new ExtraAttributes();
        foreach (var (name, value) in pairs)
        {
            var reader = new ItemReader(Encoding.UTF8.GetBytes($"{{{JsonSerializer.Serialize("extra " + name)}:{value}}}"));
            reader.BeginMap();
            reader.ReadName(out var key);
            extra.Add(key, ref reader);
        }

        return extra;
    }

    private readonly struct Raw : IAttributeConverter<string>
    {
        public static void Write(ref ItemWriter writer, string value) => writer.WriteRaw(Encoding.UTF8.GetBytes(value));

        public static string Read(ref ItemReader reader) => Encoding.UTF8.GetString(reader.ReadRaw());
    }
}
