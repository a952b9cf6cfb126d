using DynamoToolkit.Benchmarks.Entities;
using DynamoToolkit.Benchmarks.Mapping;

namespace DynamoToolkit.Benchmarks.Checks;

/// <summary>The library and the code by hand write the same items.</summary>
internal static class SaveChecks
{
    /// <exception cref="InvalidDataException">They do not.</exception>
    public static void Run(SaveVariant[] variants)
    {
        var order = OrderVersion.Of(Orders.Create(42), version: 17);
        JsonMeaning.MustBeEqual(Written(SaveVariants.HandOnce), Written(SaveVariants.Once), SaveVariants.Once);
        JsonMeaning.MustBeEqual(Written(SaveVariants.HandBoth), Written(SaveVariants.Both), SaveVariants.Both);

        byte[] Written(string name)
        {
            using var copy = new MemoryStream();
            variants.Single(variant => variant.Name == name).Write(order, copy);
            return copy.ToArray();
        }
    }
}
