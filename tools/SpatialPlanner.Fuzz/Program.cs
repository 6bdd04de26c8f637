using System.CommandLine;
using SpatialPlanner.Fuzz;

var seconds = new Option<int>("--seconds") { Description = "How long to run", DefaultValueFactory = _ => 60 };
var seed = new Option<int>("--seed") { Description = "The same seed makes the same cases", DefaultValueFactory = _ => 1 };
var readers = new Option<string[]>("--reader") { Description = "Readers to try; all where none is named", DefaultValueFactory = _ => [], AllowMultipleArgumentsPerToken = true };
var corpus = new Option<string[]>("--corpus") { Description = "Folders with real files to start from", DefaultValueFactory = _ => [] };
var keep = new Option<string?>("--keep") { Description = "Folder for the files that a reader failed on" };
var child = new Option<bool>("--child") { Description = "Reads names of cases and tries them", Hidden = true };
var root = new RootCommand("Mutates files and gives them to the readers: each must be taken or refused with a sentence.")
{
    seconds, seed, readers, corpus, keep, child,
};
root.SetAction(parsed => parsed.GetValue(child)
    ? CaseReader.Serve()
    : new FuzzRun(new FuzzOptions(
        TimeSpan.FromSeconds(parsed.GetValue(seconds)), parsed.GetValue(seed), parsed.GetValue(readers)!, parsed.GetValue(corpus)!,
        parsed.GetValue(keep))).Run());
return root.Parse(args).Invoke();
