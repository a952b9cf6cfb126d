namespace DynamoToolkit.Runtime.Tests.Transport.Support;

/// <summary>Sets a variable of the process's environment for a while.</summary>
internal sealed class EnvironmentSetting : IDisposable
{
    private readonly string name;
    private readonly string? before;

    public EnvironmentSetting(string name, string value)
    {
        this.name = name;
        before = Environment.GetEnvironmentVariable(name);
        Environment.SetEnvironmentVariable(name, value);
    }

    public void Dispose() => Environment.SetEnvironmentVariable(name, before);
}
