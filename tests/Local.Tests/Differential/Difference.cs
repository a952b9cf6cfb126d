namespace DynamoToolkit.Local.Tests.Differential;

/// <summary>A request with two answers.</summary>
/// <param name="Seed">The seed of the episode.</param>
/// <param name="Step">The number of the request in the episode.</param>
/// <param name="Request">The request.</param>
/// <param name="Ours">The answer of the engine.</param>
/// <param name="Theirs">The answer of the reference.</param>
internal sealed record Difference(int Seed, int Step, Request Request, Answer Ours, Answer Theirs)
{
    private const int MaxLength = 1500;

    /// <summary>Whether an item that the request updates was missing.</summary>
    public bool IsMissing { get; init; }

    /// <summary>Whether both lists hold the same items in an order that the service leaves open.</summary>
    public bool IsOrder { get; init; }

    /// <summary>Whether only the consumed capacity differs.</summary>
    public bool IsCapacity => Ours.IsOk && Theirs.IsOk && Ours.Text == Theirs.Text;

    /// <summary>Whether both report an error.</summary>
    public bool IsOtherError => !Ours.IsOk && !Theirs.IsOk;

    /// <summary>What differences of one kind have in common.</summary>
    public string Kind => IsCapacity ? $"{Request.Operation}: capacity" : $"{Request.Operation}: {Ours.Kind} | {Theirs.Kind}";

    /// <summary>The difference, up to a length.</summary>
    public override string ToString()
    {
        var (ours, theirs) = IsCapacity ? (Ours.Capacity, Theirs.Capacity) : (Ours.Text, Theirs.Text);
        return $"seed {Seed}, step {Step}: {Request.Operation} {Short(Canonical.Plain(Request.Body))}\n"
            + $"  ours   {Short(ours)}\n  theirs {Short(theirs)}";
    }

    private static string Short(string text) => text.Length <= MaxLength ? text : text[..MaxLength] + "…";
}
