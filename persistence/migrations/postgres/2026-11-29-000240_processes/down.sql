DROP TABLE sandbox_clock;
DROP TABLE public_writes;
DROP TABLE serving_processes;
DROP TABLE policy_versions;
