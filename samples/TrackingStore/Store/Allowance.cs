namespace TrackingStore.Store;

/// <summary>An amount of memory of which several readers take what they need, until it is used up.</summary>
internal sealed class Allowance(long amount)
{
    private long left = amount;

    /// <summary>Takes an amount, if that much is left.</summary>
    public bool TryTake(long taken)
    {
        if (Interlocked.Add(ref left, -taken) >= 0) return true;
        GiveBack(taken);
        return false;
    }

    /// <summary>Gives an amount back.</summary>
    public void GiveBack(long taken) => Interlocked.Add(ref left, taken);
}
