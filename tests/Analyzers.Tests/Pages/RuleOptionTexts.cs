namespace DynamoToolkit.Analyzers.Tests.Pages;

/// <summary>The settings of an .editorconfig that rules have beside their severity, with their defaults.</summary>
internal static class RuleOptionTexts
{
    /// <summary>The settings and the rules that they are of.</summary>
    public static IReadOnlyList<(string Name, string Default, string Meaning, string[] Rules)> All { get; } =
    [
        ("few_keys", "100", "a partition key with fewer values has few", ["DTK3001", "DTK3005"]),
        ("partition_write_units", "1000", "what a partition takes in a second",
            ["DTK2039", "DTK3001", "DTK3002", "DTK3003", "DTK3010", "DTK3011"]),
        ("partition_read_units", "3000", "what a partition takes in a second", ["DTK3010", "DTK3011"]),
        ("headroom_percent", "150", "how much of the peak the shards have room for", ["DTK3010", "DTK3011"]),
        ("assumed_writes_per_second", "0", "the writes of types without a [Workload]; 0 assumes none", ["DTK3011"]),
        ("assumed_reads_per_second", "0", "the reads of types without a [Workload]; 0 assumes none", ["DTK3011"]),
        ("assumed_tenants", "100", "the keys where only a name says that there are few", ["DTK3011"]),
        ("assumed_text_bytes", "40", "the length of a text without [MaxLength]", ["DTK3010", "DTK3011", "DTK3012", "DTK3023"]),
        ("table_units", "40000", "the quota of a table", ["DTK3012"]),
        ("allow_scan", "false", "whether scans need no [AllowScan]", ["DTK2020"]),
    ];

    /// <summary>The lines of a rule.</summary>
    public static string Of(string id) => string.Concat(All
        .Where(option => option.Rules.Contains(id))
        .Select(option => $"\n# {option.Meaning}\ndynamotoolkit_{option.Name} = {option.Default}"));
}
