using FsCheck;

namespace DynamoToolkit.Local.Tests.Kit;

/// <summary>How properties are checked here.</summary>
internal static class Properties
{
    /// <summary>Checks a property on many values, without a word when it holds.</summary>
    public static void Check(this Property property) =>
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithQuietOnSuccess(true));
}
