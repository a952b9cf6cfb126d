using DynamoToolkit.Benchmarks.HandWritten;

namespace DynamoToolkit.Benchmarks.Mapping;

/// <summary>Every way of mapping that is measured, in the order of the tables.</summary>
internal static class MappingVariants
{
    /// <summary>The variant that the others are compared with.</summary>
    public const string Baseline = "SDK low-level";

    /// <summary>Written by hand for this one item.</summary>
    public const string Floor = "Hand-written UTF-8";

    /// <summary>The variant that the promises are about.</summary>
    public const string Ours = "DynamoToolkit";

    public static MappingVariant[] Create() =>
        [new ContextMapping(), new LowLevelMapping(), new GeneratedMapping(), new HandMapping(), new CloneMapping()];
}
