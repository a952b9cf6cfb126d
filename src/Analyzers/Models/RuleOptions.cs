using System.Globalization;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoToolkit.Analyzers.Models;

/// <summary>What an .editorconfig sets for the rules: thresholds, and loads to assume where a type states none.</summary>
/// <param name="options">The options of a file.</param>
internal readonly struct RuleOptions(AnalyzerConfigOptions? options)
{
    /// <summary>What all options begin with.</summary>
    public const string Prefix = "dynamotoolkit_";

    /// <summary>A partition key with fewer values than this has few.</summary>
    public long FewKeys => Number("few_keys", 100, least: 1);

    /// <summary>The write units per second that a partition takes.</summary>
    public long PartitionWriteUnits => Number("partition_write_units", 1_000, least: 1);

    /// <summary>The read units per second that a partition takes.</summary>
    public long PartitionReadUnits => Number("partition_read_units", 3_000, least: 1);

    /// <summary>How much of the peak a number of shards has room for, in percent.</summary>
    public long HeadroomPercent => Number("headroom_percent", 150, least: 100);

    /// <summary>The writes per second to assume for a type without a stated load; 0 to assume nothing.</summary>
    public long AssumedWrites => Number("assumed_writes_per_second", 0, least: 0);

    /// <summary>The reads per second to assume for a type without a stated load; 0 to assume nothing.</summary>
    public long AssumedReads => Number("assumed_reads_per_second", 0, least: 0);

    /// <summary>The distinct values to assume of a tenant, or of a member that has few by its name.</summary>
    public long AssumedTenants => Number("assumed_tenants", 100, least: 1);

    /// <summary>The bytes to assume of a text without a declared length.</summary>
    public long AssumedTextBytes => Number("assumed_text_bytes", 40, least: 1);

    /// <summary>The units per second that a table takes by default.</summary>
    public long TableUnits => Number("table_units", 40_000, least: 1);

    /// <summary>Whether scans need no [AllowScan].</summary>
    public bool AllowsScans => Text("allow_scan") is { } text && text.Equals("true", StringComparison.OrdinalIgnoreCase);

    private long Number(string name, long other, long least) =>
        long.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? number : other;

    private string? Text(string name) => options is not null && options.TryGetValue(Prefix + name, out var text) ? text.Trim() : null;
}
