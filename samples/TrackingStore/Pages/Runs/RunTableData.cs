using TrackingStore.Search;

namespace TrackingStore.Pages.Runs;

/// <summary>What a table of runs shows.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Columns">Its columns besides those that every table has.</param>
/// <param name="Offered">Columns that its runs have, as far as some of them show.</param>
/// <param name="Next">Where the next page begins; null if there is none.</param>
internal sealed record RunTableData(
    IReadOnlyList<RunRow> Rows, IReadOnlyList<RunField> Columns, IReadOnlyList<RunField> Offered, string? Next);
