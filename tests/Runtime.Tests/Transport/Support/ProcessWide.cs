namespace DynamoToolkit.Runtime.Tests.Transport.Support;

/// <summary>
/// Tests of what a whole process has only one of: environment variables, listeners to traces and measurements. They run when no other
/// test does, because others would see their settings, and the budgets of allocated bytes hold while nobody listens.
/// </summary>
[CollectionDefinition(nameof(ProcessWide), DisableParallelization = true)]
public sealed class ProcessWide;
