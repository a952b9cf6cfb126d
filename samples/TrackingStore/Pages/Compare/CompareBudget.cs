namespace TrackingStore.Pages.Compare;

/// <summary>How much text the cells of a page may have. Each run may have thousands of long values.</summary>
internal sealed class CompareBudget
{
    private int left = 4_000_000;

    /// <summary>Takes what a cell needs; whether there is as much.</summary>
    public bool TryTake(CompareCell cell)
    {
        var length = cell.Shown.Length + (cell.Hidden?.Length ?? 0);
        if (length > left) return false;
        left -= length;
        return true;
    }
}
