namespace DynamoToolkit.Package.Tests.Support;

/// <summary>A project outside of the repository, with nothing of it but what it installs.</summary>
internal sealed class Consumer
{
    private readonly string folder;

    /// <summary>Makes the project.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="references">Its references, as elements of the project file.</param>
    /// <param name="isLibrary">Whether it is a library, not a program.</param>
    /// <param name="allowsWarnings">Whether warnings are only warnings, as in a new project.</param>
    /// <param name="isCrossTargeting">
    /// Whether the project lists its frameworks, so that a build builds each by itself. The list has one: for another, a fresh machine has
    /// no reference assemblies.
    /// </param>
    public Consumer(
        string folder, string references, bool isLibrary = false, bool allowsWarnings = false, bool isCrossTargeting = false)
    {
        var plural = isCrossTargeting ? "s" : "";
        this.folder = Directory.CreateDirectory(folder).FullName;
        Write(
            $"{Path.GetFileName(folder)}.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>{(isLibrary ? "Library" : "Exe")}</OutputType>
                <TargetFramework{plural}>net10.0</TargetFramework{plural}>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>{(allowsWarnings ? "false" : "true")}</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                {references}
              </ItemGroup>
            </Project>
            """);
    }

    /// <summary>A reference to a package of the feed.</summary>
    public static string Package(LocalFeed feed, string id) => $"""<PackageReference Include="{id}" Version="{feed.Version}" />""";

    /// <summary>Writes a source file.</summary>
    public void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);

    /// <summary>Builds and runs the program.</summary>
    /// <returns>What it wrote.</returns>
    public Task<string> RunAsync() => Command.RunAsync(folder, "dotnet", "run", "-v:q");

    /// <summary>The text of a file, as it is.</summary>
    public string Read(string name) => File.ReadAllText(Path.Combine(folder, name));

    /// <summary>Whether the project has a file.</summary>
    public bool Has(string name) => File.Exists(Path.Combine(folder, name));

    /// <summary>Builds the project, which may fail.</summary>
    public Task<CommandResult> TryBuildAsync(params IEnumerable<string> arguments) =>
        Command.TryRunAsync(folder, "dotnet", ["build", "-v:q", .. arguments]);

    /// <summary>Publishes the project for this machine, without a warning, and runs what came out.</summary>
    /// <returns>What it wrote.</returns>
    public async Task<string> PublishAndRunAsync(params IEnumerable<string> properties)
    {
        var published = Path.Combine(folder, "published");
        await Command.RunAsync(
            folder,
            "dotnet",
            [
                "publish", "--use-current-runtime", "--output", published, "-v:q", "-warnaserror", "-p:TrimmerSingleWarn=false",
                .. properties,
            ]);
        return await Command.RunAsync(folder, Path.Combine(published, Path.GetFileName(folder)));
    }
}
