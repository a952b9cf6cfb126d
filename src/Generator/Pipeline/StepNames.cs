namespace DynamoToolkit.Generator;

/// <summary>The names of the pipeline's steps, for the tests that watch them.</summary>
internal static class StepNames
{
    public const string Tables = "Tables";
    public const string Maps = "Maps";
    public const string Models = "Models";
}
