using DynamoToolkit.Benchmarks.HandWritten;

namespace DynamoToolkit.Benchmarks.EndToEnd;

/// <summary>Every client that is measured, in the order of the tables.</summary>
internal static class ClientVariants
{
    /// <summary>The client that the others are compared with.</summary>
    public const string Baseline = "SDK low-level";

    /// <summary>The least that a call can cost: what a client spends above it is the price of its promises.</summary>
    public const string Floor = "Hand-written, unsigned";

    /// <summary>The client that the promises are about.</summary>
    public const string Ours = "DynamoToolkit";

    public static ClientVariant[] Create(Uri uri) =>
        [new ContextClient(uri), new LowLevelClient(uri), ToolkitClient.OverSdk(uri), ToolkitClient.OverHttp(uri), new HandClient(uri)];
}
